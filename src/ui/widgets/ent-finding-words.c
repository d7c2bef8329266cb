/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/widgets/ent-finding-words.h"

#include <glib/gi18n-lib.h>

/**
 * ent_finding_rule_get_words:
 * @rule: what was found
 *
 * Returns: (transfer none): heading of the lines that it finds
 */
const char *
ent_finding_rule_get_words (EntFindingRule rule)
{
  switch (rule)
    {
    case ENT_FINDING_BROKEN_REFERENCE:
      return _("Fields that lead nowhere");
    case ENT_FINDING_END_BEFORE_START:
      return _("Agreements that end before they begin");
    case ENT_FINDING_CONTRADICTION:
      return _("Sources that contradict each other");
    case ENT_FINDING_ENDED_WITHOUT_DECISION:
      return _("Agreements that have ended");
    case ENT_FINDING_ENDS_SOON:
      return _("Agreements that end soon");
    case ENT_FINDING_SIGNED_WITHOUT_PERIOD:
      return _("Agreements whose validity is not known");
    case ENT_FINDING_EVENT_PAST:
      return _("Events whose day is past");
    case ENT_FINDING_PROJECT_PAST:
      return _("Projects that were to begin");
    case ENT_FINDING_TWO_PLACES:
      return _("People in two places at once");
    case ENT_FINDING_THEME_WITHOUT_INDICATOR:
      return _("Themes that nothing measures");
    case ENT_FINDING_THEME_WITHOUT_ACTIVITY:
      return _("Themes without activity");
    case ENT_FINDING_SIGNATORY_WITHOUT_FUNCTION:
      return _("Signatories without a function");
    case ENT_FINDING_FILE_MISSING:
      return _("Documents whose file is missing");
    case ENT_FINDING_FILE_DAMAGED:
      return _("Documents whose file is damaged");
    case ENT_FINDING_SIGNED_WITHOUT_DATE:
      return _("Agreements without a date of signature");
    case ENT_FINDING_SIGNED_WITHOUT_DECISION:
      return _("Agreements without a recorded decision to sign");
    case ENT_FINDING_PERSON_WITHOUT_FUNCTION:
      return _("People without a function");
    case ENT_FINDING_EVENT_WITHOUT_DATE:
      return _("Events without a date");
    case ENT_FINDING_EVENT_WITHOUT_TEXT:
      return _("Events without a text for the report");
    case ENT_FINDING_PICTURE_WITHOUT_ALTERNATIVE:
      return _("Pictures without an alternative text");
    case ENT_FINDING_PICTURE_WITHOUT_CAPTION:
      return _("Pictures without a caption");
    case ENT_FINDING_DOCUMENT_WITHOUT_CONTENT:
      return _("Documents without a file or an address");
    case ENT_FINDING_OTHER_NUMBER:
      return _("Numbers that differ from the records");
    case ENT_FINDING_NOT_REPORTED:
      return _("Not in the report");
    case ENT_FINDING_REPORTED_TWICE:
      return _("Reported twice");
    case ENT_FINDING_NAME_SPELT_TWICE:
      return _("Names spelt in two ways");
    }

  g_assert_not_reached ();
}
