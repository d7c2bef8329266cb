/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/ent-event.h"

#include "model/ent-choices.h"

G_DEFINE_FINAL_TYPE (EntEvent, ent_event, ENT_TYPE_RECORD)

static const EntColumn columns[] = {
  ENT_CHOICE (EntEvent, kind, "kind", N_ ("Kind"), ENT_COLUMN_REQUIRED, ent_choices_event_kind),
  ENT_TEXT (EntEvent, title, "title", N_ ("Title"),
            ENT_COLUMN_REQUIRED | ENT_COLUMN_SEARCHABLE | ENT_COLUMN_TRANSLATABLE),
  ENT_DATE (EntEvent, when, "when", N_ ("When"), ENT_COLUMN_NONE),
  ENT_TEXT (EntEvent, start_time, "start", N_ ("Start time"), ENT_COLUMN_TIME),
  ENT_TEXT (EntEvent, end_time, "end", N_ ("End time"), ENT_COLUMN_TIME),
  ENT_TEXT (EntEvent, zone, "zone", N_ ("Time zone"), ENT_COLUMN_ZONE),
  ENT_CHOICE (EntEvent, direction, "direction", N_ ("Direction"),
              ENT_COLUMN_NONE, ent_choices_direction),
  ENT_CHOICE (EntEvent, state, "state", N_ ("State"), ENT_COLUMN_NONE, ent_choices_event_state),
  ENT_REFERENCE (EntEvent, parent, "parent", N_ ("Part of"), ENT_COLUMN_NONE, "event"),
  ENT_REFERENCE (EntEvent, place, "place", N_ ("Place"), ENT_COLUMN_NONE, "place"),
  ENT_REFERENCE (EntEvent, series, "series", N_ ("Series"), ENT_COLUMN_NONE, "series"),
  ENT_INTEGER (EntEvent, ordinal, "ordinal", N_ ("Number in the series"), ENT_COLUMN_NONE),
  ENT_INTEGER (EntEvent, headcount, "headcount", N_ ("Head-count"), ENT_COLUMN_NONE),
  ENT_LONG_TEXT (EntEvent, text, "text", N_ ("Text for the report"),
                 ENT_COLUMN_SEARCHABLE | ENT_COLUMN_TRANSLATABLE),
};

const EntTable ent_event_table = {
  .name = "event",
  .label = N_ ("Event"),
  .plural = N_ ("Events"),
  .get_type = ent_event_get_type,
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
};

static void
ent_event_class_init (EntEventClass *klass)
{
  ent_record_class_install (ENT_RECORD_CLASS (klass), &ent_event_table);
}

static void
ent_event_init (EntEvent *self)
{
}
