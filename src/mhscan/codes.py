"""The codes of all problems that mhscan finds in files: a name each, and what `mhscan explain CODE` says."""

from __future__ import annotations

from dataclasses import dataclass

from mhscan.errors import Location, Problem, Related, Severity


def N_(message: str) -> str:  # noqa: N802  the usual name for 'translate this later'
    """Mark a sentence for the catalogue; it is translated where it is shown."""
    return message


@dataclass(frozen=True)
class Code:
    """A kind of problem: its name, after the fault, and a sentence or two about it."""

    name: str
    text: str


CODES = {
    "MH001": Code(
        "unreadable-file", N_("The file cannot be read: it does not exist, is a folder, or may not be read.")
    ),
    "MH002": Code("duplicate-key", N_("A key stands twice in one mapping. YAML would silently keep only one of them.")),
    "MH003": Code("not-utf8", N_("The file is not text in UTF-8.")),
    "MH004": Code("yaml-syntax", N_("The text is not valid YAML.")),
    "MH005": Code("empty-file", N_("The file holds nothing.")),
    "MH006": Code("anchor-or-tag", N_("Anchors (&), aliases (*) and tags (!) are not used in these files.")),
    "MH007": Code(
        "ambiguous-scalar",
        N_("Programs read this word or number in different ways, such as no, on or 0344. Quotes make it a text."),
    ),
    "MH008": Code("file-too-large", N_("The file is larger, or nested deeper, than a file of this kind needs to be.")),
    "MH009": Code("several-documents", N_("One file holds one YAML document.")),
    "MH010": Code("key-not-text", N_("A key is a text.")),
    "MH011": Code("unused-ignore", N_("A comment passes over a problem that is not there.")),
    "MH012": Code("ignore-without-reason", N_("A comment passes over a problem and does not say why.")),
    "MH013": Code("ignore-not-possible", N_("A comment names a code that does not exist or cannot be passed over.")),
    "MH014": Code("unknown-setting", N_("A setting of mhscan has a name that has no meaning.")),
    "MH015": Code("bad-setting", N_("A setting of mhscan has a value that cannot stand there.")),
    "MH016": Code("tab", N_("A tab stands where YAML wants spaces.")),
    "MH017": Code("not-read", N_("A file or folder of a pack has a place or a name at which nothing reads it.")),
    "MH018": Code("two-endings", N_("The names of two files of a pack differ in their end only: .yaml and .yml.")),
    "MH019": Code("link-not-followed", N_("A link, or a name that leads out of the folder, is not followed.")),
    "MH101": Code("missing-key", N_("A key that must be there is not.")),
    "MH102": Code("unknown-key", N_("A key that has no meaning here, often a typing error.")),
    "MH103": Code("wrong-type", N_("The value is of another kind than is expected here.")),
    "MH104": Code("bad-value", N_("The value is of the right kind, but not one of the values that can stand here.")),
    "MH105": Code("unknown-schema", N_("The line 'schema:' is missing or names no kind of file that mhscan knows.")),
    "MH201": Code("missing-file", N_("The model names a factor, or the pack needs a file, that is not there.")),
    "MH202": Code("duplicate-id", N_("Two things have the same id.")),
    "MH203": Code("unknown-indicator", N_("An indicator is named that no factor has.")),
    "MH204": Code("unknown-context", N_("A context question or a field of the subject is named that the model lacks.")),
    "MH205": Code("unknown-option", N_("An option is named that the question does not offer.")),
    "MH206": Code("unknown-claim", N_("A claim is named that no source makes.")),
    "MH207": Code(
        "unknown-name", N_("A name is used (of a role, scale, phase, effort, ...) that the model does not list.")
    ),
    "MH208": Code("unlisted-factor", N_("There is a file for a factor that the model does not list.")),
    "MH209": Code("ambiguous-term", N_("A word of the glossary belongs to two terms, or the pack has two glossaries.")),
    "MH210": Code("unasked-indicator", N_("An indicator is in no questionnaire.")),
    "MH211": Code("unasked-context", N_("A context question is in no questionnaire.")),
    "MH212": Code("unused-name", N_("The model lists a name (of a scale, phase, effort, ...) that nothing uses.")),
    "MH213": Code("empty-aspect", N_("An aspect has no indicator.")),
    "MH214": Code("alias-in-use", N_("An old name of an indicator is in use for something else.")),
    "MH221": Code("owner-is-partner", N_("The owner of an action is a role that only answers for a partner.")),
    "MH301": Code("condition-cycle", N_("Whether a question applies depends, by way of others, on itself.")),
    "MH302": Code(
        "condition-on-score", N_("Whether a question applies cannot depend on a score, since it changes it.")
    ),
    "MH303": Code("empty-condition", N_("A condition names something, but asks nothing of it.")),
    "MH304": Code("impossible-test", N_("A condition tests something that no answer can meet.")),
    "MH305": Code("never-applies", N_("There are no answers with which a question applies.")),
    "MH306": Code("rule-never-fires", N_("There are no answers with which a rule fires.")),
    "MH307": Code("always-true", N_("A condition holds whatever is answered.")),
    "MH308": Code("requirement-never-met", N_("There are no answers with which what an action waits for is met.")),
    "MH309": Code("actions-need-each-other", N_("Actions wait for each other in a circle.")),
    "MH310": Code(
        "asked-too-early", N_("A questionnaire asks a question before the one that decides whether it applies.")
    ),
    "MH311": Code("repeated-part", N_("The same part stands twice in a condition.")),
    "MH401": Code("levels-not-of-scale", N_("The levels of an indicator are not those of its scale.")),
    "MH402": Code("bad-bands", N_("Bands start at 0, rise, and do not repeat.")),
    "MH403": Code(
        "action-leads-nowhere", N_("An action leads to a level that the scale does not have, or to the lowest.")
    ),
    "MH404": Code("level-gap", N_("A scale passes over a number between two levels.")),
    "MH405": Code("equal-scores", N_("Two levels of a scale are worth the same.")),
    "MH406": Code("falling-scores", N_("A level of a scale is worth less than the one below it.")),
    "MH407": Code("unreachable-band", N_("No score can fall in a band.")),
    "MH408": Code("nothing-scored", N_("No aspect of a factor counts.")),
    "MH409": Code("duplicate-level", N_("A level stands twice in a scale.")),
    "MH410": Code("hidden-action", N_("Two actions of an indicator lead to the same level, so one is never advised.")),
    "MH411": Code("profile-gap", N_("The profile lacks one of its four fields, or has one twice.")),
    "MH412": Code("threshold-off-scale", N_("A limit of advice is no level, or low is not below enough.")),
    "MH413": Code("bad-classes", N_("The classes of a number question do not cover all numbers once.")),
    "MH414": Code("empty-range", N_("A number question has a minimum above its maximum.")),
    "MH501": Code("sentence-too-long", N_("A sentence has more words than the pack allows.")),
    "MH502": Code("vague-word", N_("A question or a level uses a word that everybody reads in their own way.")),
    "MH503": Code("passive-with-actor", N_("A sentence says what is done by whom. Say who does what.")),
    "MH504": Code("unexplained-abbreviation", N_("A text has an abbreviation that it does not explain.")),
    "MH505": Code("too-many-words", N_("The sentences of a file have too many words on average.")),
    "MH506": Code(
        "untidy-text", N_("A text has two spaces in a row, a space before a mark, or a brace that was left over.")
    ),
    "MH507": Code("unused-term", N_("The glossary explains a word that no text of the pack uses.")),
    "MH508": Code("unexplained-term", N_("The pack calls a word hard, and its glossary does not explain it.")),
    "MH509": Code("near-equal-levels", N_("Two levels of an indicator have nearly the same text.")),
    "MH510": Code("uncovered-claim", N_("Nothing rests on a claim about what matters.")),
    "MH511": Code("missing-translation", N_("The interface does not speak the language of the pack.")),
    "MH512": Code("no-question-mark", N_("The text of a question is no question.")),
    "MH513": Code("same-title", N_("Two indicators have the same title.")),
    "MH514": Code("unfinished-text", N_("A text has a mark of its author, such as TODO.")),
    "MH515": Code("no-way-up", N_("From some level of an indicator no action leads up.")),
    "MH516": Code("without-source", N_("An indicator names no claim that it rests on.")),
    "MH521": Code(
        "hidden-character",
        N_("A text has a character that nobody sees, or a letter of another script that looks like one of ours."),
    ),
    "MH522": Code("text-cut-off", N_("A text without quotes ends at a #, and what follows is a comment.")),
    "MH523": Code(
        "typographic-quotes", N_("Typographic quotes stand where YAML wants straight ones, so they are text.")
    ),
    "MH601": Code("template-error", N_("A template of the pack cannot be read.")),
    "MH602": Code("undefined-variable", N_("A template asks for something that is not there.")),
    "MH603": Code("unknown-filter", N_("A template uses a filter or test that does not exist.")),
    "MH604": Code("section-without-block", N_("No template has a block for a section of a document.")),
    "MH605": Code("broken-html", N_("An element of HTML is not closed, or not in order.")),
    "MH606": Code("template-fails", N_("A document cannot be made with the templates of the pack.")),
    "MH607": Code("shown-nowhere", N_("Something in a template is shown by no document.")),
    "MH608": Code("unknown-document", N_("A list of documents names one that is not there, or a name twice.")),
    "MH610": Code("unreadable-colour", N_("A colour has too little contrast to be read: WCAG 2.1 asks 4.5 to 1.")),
    "MH611": Code("bad-logo", N_("A logo is no picture, is too large, or has something in it that acts.")),
    "MH620": Code(
        "words-nowhere", N_("Words in notes are shown in no document: their heading names none, or they are a comment.")
    ),
    "MH701": Code(
        "version-claims-too-little",
        N_(
            "The version number of the pack claims less than what changed: patch for words, minor for what is new, "
            "major for what is gone or scored otherwise."
        ),
    ),
    "MH702": Code("missing-migration", N_("Nothing leads from the older version of the pack to this one.")),
    "MH703": Code(
        "gone-without-a-step", N_("Answers no longer fit, and no step of a migration says what becomes of them.")
    ),
    "MH704": Code("version-went-down", N_("The version number is lower than it was.")),
    "MH711": Code("no-way-here", N_("From a migration no other one leads on to the version of the pack.")),
    "MH712": Code("unknown-target", N_("A migration leads to a question, value or questionnaire that the pack lacks.")),
    "MH713": Code("reused-id", N_("An id that went out of use in an older version is used again.")),
    "MH714": Code("migration-clash", N_("Two steps, or two migrations, are about the same answers.")),
    "MH715": Code("missing-words", N_("A migration lacks the words of an old question whose answers may be archived.")),
    "MH721": Code("needs-newer-mhscan", N_("The pack needs another version of mhscan.")),
    "MH722": Code("bad-requires", N_("It cannot be told which version of mhscan the pack needs.")),
    "MH723": Code("newer-file", N_("A file is in a newer form than this version of mhscan can read.")),
    "MH801": Code("unknown-question", N_("An assessment answers a question that its pack does not have.")),
    "MH802": Code("bad-answer", N_("An answer does not fit its question.")),
    "MH803": Code("other-pack", N_("The assessment was made with another pack, or another version of it.")),
    "MH804": Code("unknown-questionnaire", N_("An assessment names a questionnaire that its pack does not have.")),
    "MH805": Code("kept-pack-changed", N_("The pack that is kept with a closed assessment is not as it was.")),
    "MH806": Code("half-closed", N_("An assessment is closed and does not say when, or says when and is not closed.")),
    "MH807": Code("closed-before-begun", N_("An assessment was closed before the date of its answers.")),
    "MH808": Code("old-question", N_("An assessment answers a question by a name that went out of use.")),
    "MH809": Code("answered-and-archived", N_("An answer stands both among the answers and among what was archived.")),
    "MH811": Code("unknown-action", N_("A plan names an action that the pack does not have.")),
    "MH812": Code("bad-target", N_("A plan aims at a level that the factor or indicator cannot reach.")),
    "MH821": Code("scenario-differs", N_("A scenario comes out otherwise than its authors expect.")),
}


def code_of(wanted: str) -> str | None:
    """The code that somebody means: one in any case of letters, or the name of one."""
    names = {code.name: key for key, code in CODES.items()}
    return wanted.upper() if wanted.upper() in CODES else names.get(wanted.lower())


def problem(
    code: str,
    message: str,
    location: Location,
    hint: str = "",
    severity: Severity = "error",
    suggestion: str = "",
    related: tuple[Related, ...] = (),
) -> Problem:
    """A problem with the name that goes with its code."""
    return Problem(code, CODES[code].name, message, location, hint, severity, suggestion, related)
