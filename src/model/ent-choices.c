/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/ent-choices.h"

const EntChoice ent_choices_visibility[] = {
  { "public", "visibility", NC_ ("visibility", "Public") },
  { "internal", "visibility", NC_ ("visibility", "Internal") },
  { "sensitive", "visibility", NC_ ("visibility", "Sensitive") },
  { NULL, NULL, NULL },
};

const EntChoice ent_choices_scheme[] = {
  { "theme", "scheme", NC_ ("scheme", "Theme") },
  { "sdg", "scheme", NC_ ("scheme", "Sustainable development goal") },
  { "dac", "scheme", NC_ ("scheme", "Donor sector") },
  { "own", "scheme", NC_ ("scheme", "Own list") },
  { NULL, NULL, NULL },
};

const EntChoice ent_choices_alias_kind[] = {
  { "other", "alias_kind", NC_ ("alias_kind", "Other name") },
  { "short", "alias_kind", NC_ ("alias_kind", "Short name") },
  { "former", "alias_kind", NC_ ("alias_kind", "Former name") },
  { "official", "alias_kind", NC_ ("alias_kind", "Official name") },
  { "spelling", "alias_kind", NC_ ("alias_kind", "Other spelling") },
  { NULL, NULL, NULL },
};

const EntChoice ent_choices_link_kind[] = {
  { "renews", "link_kind", NC_ ("link_kind", "Renews") },
  { "replaces", "link_kind", NC_ ("link_kind", "Replaces") },
  { "amends", "link_kind", NC_ ("link_kind", "Amends") },
  { "implements", "link_kind", NC_ ("link_kind", "Implements") },
  { "succeeds", "link_kind", NC_ ("link_kind", "Succeeds") },
  { "follows", "link_kind", NC_ ("link_kind", "Follows") },
  { "prepares", "link_kind", NC_ ("link_kind", "Prepares") },
  { "caused_by", "link_kind", NC_ ("link_kind", "Caused by") },
  { "serves", "link_kind", NC_ ("link_kind", "Serves") },
  { "fulfils", "link_kind", NC_ ("link_kind", "Fulfils") },
  { "reports_on", "link_kind", NC_ ("link_kind", "Reports on") },
  { "margin_of", "link_kind", NC_ ("link_kind", "On the margin of") },
  { "related", "link_kind", NC_ ("link_kind", "Related to") },
  { NULL, NULL, NULL },
};

const EntChoice ent_choices_document_kind[] = {
  { "text", "document_kind", NC_ ("document_kind", "Text of an agreement") },
  { "programme", "document_kind", NC_ ("document_kind", "Programme") },
  { "declaration", "document_kind", NC_ ("document_kind", "Declaration") },
  { "report", "document_kind", NC_ ("document_kind", "Report") },
  { "press", "document_kind", NC_ ("document_kind", "Press article") },
  { "web", "document_kind", NC_ ("document_kind", "Web page") },
  { "video", "document_kind", NC_ ("document_kind", "Video") },
  { "photo", "document_kind", NC_ ("document_kind", "Photograph") },
  { "logo", "document_kind", NC_ ("document_kind", "Logo") },
  { "other", "document_kind", NC_ ("document_kind", "Other") },
  { NULL, NULL, NULL },
};

const EntChoice ent_choices_attachment_role[] = {
  { "text", "attachment_role", NC_ ("attachment_role", "Signed text") },
  { "scan", "attachment_role", NC_ ("attachment_role", "Scan") },
  { "programme", "attachment_role", NC_ ("attachment_role", "Programme") },
  { "declaration", "attachment_role", NC_ ("attachment_role", "Declaration") },
  { "report", "attachment_role", NC_ ("attachment_role", "Report") },
  { "press", "attachment_role", NC_ ("attachment_role", "Press") },
  { "video", "attachment_role", NC_ ("attachment_role", "Video") },
  { "photo", "attachment_role", NC_ ("attachment_role", "Photograph") },
  { "logo", "attachment_role", NC_ ("attachment_role", "Logo") },
  { "other", "attachment_role", NC_ ("attachment_role", "Other") },
  { NULL, NULL, NULL },
};

const EntChoice ent_choices_pair[] = {
  { "before", "pair", NC_ ("pair", "Before") },
  { "after", "pair", NC_ ("pair", "After") },
  { NULL, NULL, NULL },
};

const EntChoice ent_choices_note_kind[] = {
  { "note", "note_kind", NC_ ("note_kind", "Note") },
  { "quote", "note_kind", NC_ ("note_kind", "Quote") },
  { "context", "note_kind", NC_ ("note_kind", "Context") },
  { "sensitive", "note_kind", NC_ ("note_kind", "Sensitive point") },
  { NULL, NULL, NULL },
};

const EntChoice ent_choices_place_kind[] = {
  { "country", "place_kind", NC_ ("place_kind", "Country") },
  { "region", "place_kind", NC_ ("place_kind", "Region or province") },
  { "city", "place_kind", NC_ ("place_kind", "City or municipality") },
  { "district", "place_kind", NC_ ("place_kind", "District") },
  { "venue", "place_kind", NC_ ("place_kind", "Venue") },
  { "address", "place_kind", NC_ ("place_kind", "Address") },
  { "other", "place_kind", NC_ ("place_kind", "Other") },
  { NULL, NULL, NULL },
};

const EntChoice ent_choices_organisation_kind[] = {
  { "city", "organisation_kind", NC_ ("organisation_kind", "City") },
  { "region", "organisation_kind", NC_ ("organisation_kind", "Region") },
  { "province", "organisation_kind", NC_ ("organisation_kind", "Province") },
  { "state", "organisation_kind", NC_ ("organisation_kind", "State") },
  { "embassy", "organisation_kind", NC_ ("organisation_kind", "Embassy") },
  { "network", "organisation_kind", NC_ ("organisation_kind", "Network") },
  { "university", "organisation_kind", NC_ ("organisation_kind", "University") },
  { "school", "organisation_kind", NC_ ("organisation_kind", "School") },
  { "service", "organisation_kind", NC_ ("organisation_kind", "Service of the city") },
  { "agency", "organisation_kind", NC_ ("organisation_kind", "Development agency") },
  { "chamber", "organisation_kind", NC_ ("organisation_kind", "Chamber of commerce") },
  { "association", "organisation_kind", NC_ ("organisation_kind", "Non-profit association") },
  { "club", "organisation_kind", NC_ ("organisation_kind", "Service club") },
  { "diaspora", "organisation_kind", NC_ ("organisation_kind", "Diaspora association") },
  { "cultural", "organisation_kind", NC_ ("organisation_kind", "Cultural venue") },
  { "festival", "organisation_kind", NC_ ("organisation_kind", "Festival") },
  { "company", "organisation_kind", NC_ ("organisation_kind", "Company") },
  { "hospital", "organisation_kind", NC_ ("organisation_kind", "Hospital") },
  { "rescue", "organisation_kind", NC_ ("organisation_kind", "Rescue zone") },
  { "media", "organisation_kind", NC_ ("organisation_kind", "Media") },
  { "ministry", "organisation_kind", NC_ ("organisation_kind", "Ministry") },
  { "union", "organisation_kind", NC_ ("organisation_kind", "Union of municipalities") },
  { "international", "organisation_kind", NC_ ("organisation_kind", "International institution") },
  { "territory", "organisation_kind", NC_ ("organisation_kind", "Territory or basin") },
  { "purchasing", "organisation_kind", NC_ ("organisation_kind", "Purchasing group") },
  { "other", "organisation_kind", NC_ ("organisation_kind", "Other") },
  { NULL, NULL, NULL },
};

const EntChoice ent_choices_level[] = {
  { "municipal", "level", NC_ ("level", "Municipal") },
  { "metropolitan", "level", NC_ ("level", "Metropolitan") },
  { "supramunicipal", "level", NC_ ("level", "Supra-municipal") },
  { "provincial", "level", NC_ ("level", "Provincial") },
  { "regional", "level", NC_ ("level", "Regional") },
  { "national", "level", NC_ ("level", "National") },
  { "international", "level", NC_ ("level", "International") },
  { NULL, NULL, NULL },
};

const EntChoice ent_choices_relation_class[] = {
  { "intermunicipal", "relation_class", NC_ ("relation_class", "Intermunicipal agreement") },
  { "specific", "relation_class", NC_ ("relation_class", "Specific relation") },
  { "cousin", "relation_class", NC_ ("relation_class", "Cousin city") },
  { "network", "relation_class", NC_ ("relation_class", "Network") },
  { "cooperation", "relation_class", NC_ ("relation_class", "Municipal international cooperation") },
  { "partner", "relation_class", NC_ ("relation_class", "Other partner") },
  { NULL, NULL, NULL },
};

const EntChoice ent_choices_maturity[] = {
  { "contact", "maturity", NC_ ("maturity", "First contacts") },
  { "exploratory", "maturity", NC_ ("maturity", "Exploratory") },
  { "protocol", "maturity", NC_ ("maturity", "Protocol") },
  { "twinning", "maturity", NC_ ("maturity", "Twinning") },
  { "renewing", "maturity", NC_ ("maturity", "To be renewed") },
  { "dormant", "maturity", NC_ ("maturity", "Dormant") },
  { "ended", "maturity", NC_ ("maturity", "Ended") },
  { NULL, NULL, NULL },
};

const EntChoice ent_choices_standing[] = {
  { "full", "standing", NC_ ("standing", "In office") },
  { "acting", "standing", NC_ ("standing", "Acting") },
  { "suspended", "standing", NC_ ("standing", "Suspended") },
  { NULL, NULL, NULL },
};

const EntChoice ent_choices_membership_role[] = {
  { "member", "membership_role", NC_ ("membership_role", "Member") },
  { "seat", "membership_role", NC_ ("membership_role", "Registered office") },
  { "secretariat", "membership_role", NC_ ("membership_role", "Secretariat") },
  { "adheres", "membership_role", NC_ ("membership_role", "Adheres") },
  { "part", "membership_role", NC_ ("membership_role", "Part of") },
  { "operator", "membership_role", NC_ ("membership_role", "Operator") },
  { NULL, NULL, NULL },
};

const EntChoice ent_choices_agreement_kind[] = {
  { "twinning", "agreement_kind", NC_ ("agreement_kind", "Twinning") },
  { "protocol", "agreement_kind", NC_ ("agreement_kind", "Cooperation protocol") },
  { "mou", "agreement_kind", NC_ ("agreement_kind", "Memorandum of understanding") },
  { "convention", "agreement_kind", NC_ ("agreement_kind", "Convention") },
  { "amendment", "agreement_kind", NC_ ("agreement_kind", "Amendment") },
  { "intent", "agreement_kind", NC_ ("agreement_kind", "Letter of intent") },
  { "friendship", "agreement_kind", NC_ ("agreement_kind", "Friendship pact") },
  { "accord", "agreement_kind", NC_ ("agreement_kind", "Agreement") },
  { "purchasing", "agreement_kind", NC_ ("agreement_kind", "Joint purchasing") },
  { NULL, NULL, NULL },
};

const EntChoice ent_choices_agreement_stage[] = {
  { "draft", "agreement_stage", NC_ ("agreement_stage", "Draft") },
  { "negotiation", "agreement_stage", NC_ ("agreement_stage", "In negotiation") },
  { "concluded", "agreement_stage", NC_ ("agreement_stage", "Concluded") },
  { "declined", "agreement_stage", NC_ ("agreement_stage", "Not to be renewed") },
  { "terminated", "agreement_stage", NC_ ("agreement_stage", "Terminated") },
  { NULL, NULL, NULL },
};

const EntChoice ent_choices_decision[] = {
  { "continue", "decision", NC_ ("decision", "Continue") },
  { "extend", "decision", NC_ ("decision", "Extend") },
  { "stop", "decision", NC_ ("decision", "Stop") },
  { NULL, NULL, NULL },
};

const EntChoice ent_choices_term_kind[] = {
  { "fixed", "term_kind", NC_ ("term_kind", "Fixed term") },
  { "tacit", "term_kind", NC_ ("term_kind", "Tacit renewal") },
  { "open", "term_kind", NC_ ("term_kind", "No end") },
  { NULL, NULL, NULL },
};

const EntChoice ent_choices_tier[] = {
  { "party", "tier", NC_ ("tier", "Party") },
  { "partner", "tier", NC_ ("tier", "Co-signatory partner") },
  { "witness", "tier", NC_ ("tier", "Witness") },
  { "facilitator", "tier", NC_ ("tier", "Facilitator") },
  { NULL, NULL, NULL },
};

const EntChoice ent_choices_signing_mode[] = {
  { "wet", "signing_mode", NC_ ("signing_mode", "By hand") },
  { "remote", "signing_mode", NC_ ("signing_mode", "Remote") },
  { "electronic", "signing_mode", NC_ ("signing_mode", "Electronic") },
  { "circulation", "signing_mode", NC_ ("signing_mode", "By circulation") },
  { NULL, NULL, NULL },
};

const EntChoice ent_choices_provision_kind[] = {
  { "recital", "provision_kind", NC_ ("provision_kind", "Recital") },
  { "theme", "provision_kind", NC_ ("provision_kind", "Theme") },
  { "commitment", "provision_kind", NC_ ("provision_kind", "Commitment") },
  { "clause", "provision_kind", NC_ ("provision_kind", "Clause") },
  { "question", "provision_kind", NC_ ("provision_kind", "Question to study") },
  { "proposal", "provision_kind", NC_ ("provision_kind", "Proposal") },
  { "change", "provision_kind", NC_ ("provision_kind", "Change") },
  { NULL, NULL, NULL },
};

const EntChoice ent_choices_obligation_kind[] = {
  { "duty", "obligation_kind", NC_ ("obligation_kind", "Duty") },
  { "meeting", "obligation_kind", NC_ ("obligation_kind", "Meetings") },
  { "report", "obligation_kind", NC_ ("obligation_kind", "Report") },
  { "instalment", "obligation_kind", NC_ ("obligation_kind", "Instalment") },
  { NULL, NULL, NULL },
};

const EntChoice ent_choices_event_kind[] = {
  { "mission", "event_kind", NC_ ("event_kind", "Mission") },
  { "delegation", "event_kind", NC_ ("event_kind", "Delegation received") },
  { "visit", "event_kind", NC_ ("event_kind", "Visit") },
  { "meeting", "event_kind", NC_ ("event_kind", "Meeting") },
  { "negotiation", "event_kind", NC_ ("event_kind", "Negotiation") },
  { "contact", "event_kind", NC_ ("event_kind", "Contacts") },
  { "courtesy", "event_kind", NC_ ("event_kind", "Courtesy visit") },
  { "reception", "event_kind", NC_ ("event_kind", "Protocol reception") },
  { "ceremony", "event_kind", NC_ ("event_kind", "Ceremony") },
  { "signing_ceremony", "event_kind", NC_ ("event_kind", "Signing ceremony") },
  { "inauguration", "event_kind", NC_ ("event_kind", "Inauguration") },
  { "exhibition", "event_kind", NC_ ("event_kind", "Exhibition") },
  { "anniversary", "event_kind", NC_ ("event_kind", "Anniversary") },
  { "exchange", "event_kind", NC_ ("event_kind", "Exchange") },
  { "residency", "event_kind", NC_ ("event_kind", "Residency") },
  { "performance", "event_kind", NC_ ("event_kind", "Performance") },
  { "masterclass", "event_kind", NC_ ("event_kind", "Masterclass") },
  { "statutory_meeting", "event_kind", NC_ ("event_kind", "Statutory meeting") },
  { "conference", "event_kind", NC_ ("event_kind", "Conference") },
  { "seminar", "event_kind", NC_ ("event_kind", "Seminar") },
  { "international_day", "event_kind", NC_ ("event_kind", "International day") },
  { "display", "event_kind", NC_ ("event_kind", "Flag display") },
  { "presentation", "event_kind", NC_ ("event_kind", "Presentation") },
  { "tour", "event_kind", NC_ ("event_kind", "Tour") },
  { "formal_session", "event_kind", NC_ ("event_kind", "Formal session") },
  { "celebration", "event_kind", NC_ ("event_kind", "Celebration") },
  { "slot", "event_kind", NC_ ("event_kind", "Programme slot") },
  { "other", "event_kind", NC_ ("event_kind", "Other") },
  { NULL, NULL, NULL },
};

const EntChoice ent_choices_direction[] = {
  { "out", "direction", NC_ ("direction", "Outgoing") },
  { "in", "direction", NC_ ("direction", "Incoming") },
  { "home", "direction", NC_ ("direction", "At home") },
  { "remote", "direction", NC_ ("direction", "At a distance") },
  { NULL, NULL, NULL },
};

const EntChoice ent_choices_event_state[] = {
  { "planned", "event_state", NC_ ("event_state", "Planned") },
  { "confirmed", "event_state", NC_ ("event_state", "Confirmed") },
  { "held", "event_state", NC_ ("event_state", "Held") },
  { "postponed", "event_state", NC_ ("event_state", "Postponed") },
  { "cancelled", "event_state", NC_ ("event_state", "Marked as cancelled") },
  { "unknown", "event_state", NC_ ("event_state", "Not known") },
  { NULL, NULL, NULL },
};

const EntChoice ent_choices_participation_role[] = {
  { "head", "participation_role", NC_ ("participation_role", "Head of delegation") },
  { "participant", "participation_role", NC_ ("participation_role", "Participant") },
  { "guest", "participation_role", NC_ ("participation_role", "Guest") },
  { "honoured", "participation_role", NC_ ("participation_role", "Honoured") },
  { "host", "participation_role", NC_ ("participation_role", "Host") },
  { "co_organiser", "participation_role", NC_ ("participation_role", "Co-organiser") },
  { "organiser", "participation_role", NC_ ("participation_role", "Organiser") },
  { "initiator", "participation_role", NC_ ("participation_role", "At the initiative of") },
  { "requester", "participation_role", NC_ ("participation_role", "At the request of") },
  { "representative", "participation_role", NC_ ("participation_role", "Representative") },
  { "patron", "participation_role", NC_ ("participation_role", "Under the auspices of") },
  { "supporter", "participation_role", NC_ ("participation_role", "With the support of") },
  { "facilitator", "participation_role", NC_ ("participation_role", "Facilitator") },
  { "consulted", "participation_role", NC_ ("participation_role", "Consulted") },
  { "follow_up", "participation_role", NC_ ("participation_role", "Follow-up body") },
  { "operator", "participation_role", NC_ ("participation_role", "Operator") },
  { "artist", "participation_role", NC_ ("participation_role", "Artist") },
  { "pupils", "participation_role", NC_ ("participation_role", "Pupils") },
  { "teachers", "participation_role", NC_ ("participation_role", "Teachers") },
  { "students", "participation_role", NC_ ("participation_role", "Students") },
  { "origin", "participation_role", NC_ ("participation_role", "Country of origin") },
  { "met", "participation_role", NC_ ("participation_role", "Person met") },
  { "speaker", "participation_role", NC_ ("participation_role", "Speaker") },
  { "pilot", "participation_role", NC_ ("participation_role", "Steering body") },
  { "contact", "participation_role", NC_ ("participation_role", "Contact") },
  { "lead", "participation_role", NC_ ("participation_role", "Lead") },
  { NULL, NULL, NULL },
};

const EntChoice ent_choices_reply[] = {
  { "invited", "reply", NC_ ("reply", "Invited") },
  { "accepted", "reply", NC_ ("reply", "Accepted") },
  { "declined", "reply", NC_ ("reply", "Declined") },
  { "came", "reply", NC_ ("reply", "Came") },
  { NULL, NULL, NULL },
};

const EntChoice ent_choices_outcome_kind[] = {
  { "promise", "outcome_kind", NC_ ("outcome_kind", "Promise") },
  { "follow_up", "outcome_kind", NC_ ("outcome_kind", "Follow-up") },
  { "recommendation", "outcome_kind", NC_ ("outcome_kind", "Recommendation") },
  { "action", "outcome_kind", NC_ ("outcome_kind", "Next step") },
  { "deliverable", "outcome_kind", NC_ ("outcome_kind", "Deliverable given") },
  { "gift", "outcome_kind", NC_ ("outcome_kind", "Official gift") },
  { "donation", "outcome_kind", NC_ ("outcome_kind", "Donation or loan") },
  { "honour", "outcome_kind", NC_ ("outcome_kind", "Honour or title") },
  { "work", "outcome_kind", NC_ ("outcome_kind", "Memorial, plaque or work") },
  { "contact", "outcome_kind", NC_ ("outcome_kind", "Contact made") },
  { "decision", "outcome_kind", NC_ ("outcome_kind", "Decision") },
  { NULL, NULL, NULL },
};

const EntChoice ent_choices_outcome_state[] = {
  { "open", "outcome_state", NC_ ("outcome_state", "Open") },
  { "in_progress", "outcome_state", NC_ ("outcome_state", "In progress") },
  { "to_formalise", "outcome_state", NC_ ("outcome_state", "To formalise") },
  { "done", "outcome_state", NC_ ("outcome_state", "Done") },
  { "dropped", "outcome_state", NC_ ("outcome_state", "Dropped") },
  { NULL, NULL, NULL },
};

const EntChoice ent_choices_project_kind[] = {
  { "programme", "project_kind", NC_ ("project_kind", "Programme") },
  { "project", "project_kind", NC_ ("project_kind", "Project") },
  { "works", "project_kind", NC_ ("project_kind", "Works") },
  { "tender", "project_kind", NC_ ("project_kind", "Tender") },
  { "lot", "project_kind", NC_ ("project_kind", "Lot") },
  { "campaign", "project_kind", NC_ ("project_kind", "Campaign") },
  { "candidacy", "project_kind", NC_ ("project_kind", "Candidacy") },
  { NULL, NULL, NULL },
};

const EntChoice ent_choices_project_state[] = {
  { "idea", "project_state", NC_ ("project_state", "Idea") },
  { "common_position", "project_state", NC_ ("project_state", "Common position") },
  { "planned", "project_state", NC_ ("project_state", "Planned") },
  { "running", "project_state", NC_ ("project_state", "Running") },
  { "done", "project_state", NC_ ("project_state", "Done") },
  { "stopped", "project_state", NC_ ("project_state", "Stopped") },
  { NULL, NULL, NULL },
};

const EntChoice ent_choices_indicator_direction[] = {
  { "up", "indicator_direction", NC_ ("indicator_direction", "More is better") },
  { "down", "indicator_direction", NC_ ("indicator_direction", "Less is better") },
  { "none", "indicator_direction", NC_ ("indicator_direction", "No direction") },
  { NULL, NULL, NULL },
};

const EntChoice ent_choices_aggregation[] = {
  { "sum", "aggregation", NC_ ("aggregation", "Sum") },
  { "last", "aggregation", NC_ ("aggregation", "Last value") },
  { "mean", "aggregation", NC_ ("aggregation", "Mean") },
  { "none", "aggregation", NC_ ("aggregation", "None") },
  { NULL, NULL, NULL },
};

const EntChoice ent_choices_counted[] = {
  { "activities", "counted", NC_ ("counted", "Activities") },
  { "missions", "counted", NC_ ("counted", "Missions out") },
  { "visits", "counted", NC_ ("counted", "Visits received") },
  { "people", "counted", NC_ ("counted", "People received") },
  { "commitments", "counted", NC_ ("counted", "Commitments with an activity") },
  { "outcomes", "counted", NC_ ("counted", "Outcomes") },
  { NULL, NULL, NULL },
};

const EntChoice ent_choices_measurement_kind[] = {
  { "baseline", "measurement_kind", NC_ ("measurement_kind", "Baseline") },
  { "target", "measurement_kind", NC_ ("measurement_kind", "Target") },
  { "actual", "measurement_kind", NC_ ("measurement_kind", "Value") },
  { NULL, NULL, NULL },
};

const EntChoice ent_choices_section_kind[] = {
  { "report", "section_kind", NC_ ("section_kind", "Report") },
  { "section", "section_kind", NC_ ("section_kind", "Section") },
  { "entry", "section_kind", NC_ ("section_kind", "Entry") },
  { "agreements", "section_kind", NC_ ("section_kind", "Table of agreements") },
  { "planned", "section_kind", NC_ ("section_kind", "Table of what is planned") },
  { "delegations", "section_kind", NC_ ("section_kind", "Table of delegations") },
  { "subsidies", "section_kind", NC_ ("section_kind", "Table of grants") },
  { "statistics", "section_kind", NC_ ("section_kind", "Statistics") },
  { NULL, NULL, NULL },
};

const EntChoice ent_choices_section_state[] = {
  { "draft", "section_state", NC_ ("section_state", "Draft") },
  { "issued", "section_state", NC_ ("section_state", "Issued") },
  { NULL, NULL, NULL },
};

const EntChoice ent_choices_expense_kind[] = {
  { "planned", "expense_kind", NC_ ("expense_kind", "Planned") },
  { "spent", "expense_kind", NC_ ("expense_kind", "Spent") },
  { NULL, NULL, NULL },
};

const EntChoice ent_choices_decision_kind[] = {
  { "deliberation", "decision_kind", NC_ ("decision_kind", "Council decision") },
  { "executive", "decision_kind", NC_ ("decision_kind", "Decision of the executive") },
  { "travel_order", "decision_kind", NC_ ("decision_kind", "Travel order") },
  { "mandate", "decision_kind", NC_ ("decision_kind", "Special mandate") },
  { NULL, NULL, NULL },
};
