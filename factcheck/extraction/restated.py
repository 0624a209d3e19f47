"""Share slots between a figure and its restatement in another unit."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.models import Claim


def with_shared_slots(claims: Sequence[Claim]) -> list[Claim]:
    """The claims of one article in order, where a restated figure has the slots of its first one.

    Of "had grown to 71,640 acres (28,992 hectares)" the bracket has neither verb nor change of its
    own, and of "13.5 inches (34 cm) of rain" the first has no noun. Both take the wording of the
    one that names what is counted, or else of the first; span, quote and figure are their own.
    """
    by_span = {claim.span: claim for claim in claims if claim.quantity is not None}
    shared: dict[str, Claim] = {}
    for claim in claims:
        first = None if claim.restates is None else by_span.get(claim.restates)
        if first is None or first.kind != claim.kind:
            continue
        fuller = claim if first.question.head is None and claim.question.head else first
        slots = {"question": fuller.question, "subject": fuller.subject, "place": fuller.place}
        course = {
            "phase": first.phase, "change": first.change, "scope": first.scope,
            "when": first.when, "attribution": first.attribution, "status": first.status,
        }  # fmt: skip
        shared[first.id] = first.model_copy(update=slots)
        shared[claim.id] = claim.model_copy(update=slots | course)
    return [shared.get(claim.id, claim) for claim in claims]
