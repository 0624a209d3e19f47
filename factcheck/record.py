"""The base of all models, frozen, strict and printed short, and the types of their fields."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from datetime import date, datetime
from decimal import Decimal
from typing import Annotated, Any, ClassVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints
from pydantic_core import PydanticCustomError

Figure = Annotated[Decimal, Field(allow_inf_nan=False)]
Name = Annotated[str, StringConstraints(min_length=1)]
_PRINTED, _PRINTED_ITEMS = 200, 3  # characters of a text, and items of a tuple, in a `repr`


def _whole_characters(value: object) -> object:
    """Check that text has no lone surrogate, which no file can hold."""
    if isinstance(value, str):
        try:
            value.encode()
        except UnicodeEncodeError as error:
            raise PydanticCustomError(
                "lone_surrogate",
                "holds half a character (a lone surrogate) at {offset}: decode the text anew, or "
                "replace it with U+FFFD",
                {"offset": error.start},
            ) from error
    return value


Whole = BeforeValidator(_whole_characters)


def _day(value: object) -> object:
    """The day of a text in ISO 8601, or of a datetime; anything else as it is."""
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, str):
        with suppress(ValueError):  # pydantic says what is wrong with it
            return datetime.fromisoformat(value.strip()).date()
    return value


Day = Annotated[date, BeforeValidator(_day)]


class _Shortened:
    """The printed form of a long text or tuple: its head, and its length."""

    def __init__(self, value: str | tuple[Any, ...]) -> None:
        self.value = value

    def __repr__(self) -> str:
        value = self.value
        if isinstance(value, str):
            whole = len(value) <= _PRINTED
            return repr(value) if whole else f"{value[:_PRINTED]!r}… {len(value):,} characters"
        if len(value) <= _PRINTED_ITEMS:
            return repr(value)
        return f"({', '.join(map(repr, value[:_PRINTED_ITEMS]))}, … {len(value):,} in all)"


class Record(BaseModel):
    """The base of all models: frozen, strict, no unknown fields."""

    model_config = ConfigDict(frozen=True, strict=True, extra="forbid")

    _fields: ClassVar[set[str]]

    @classmethod
    def __pydantic_init_subclass__(cls, **kwargs: Any) -> None:
        super().__pydantic_init_subclass__(**kwargs)
        cls._fields = set(cls.model_fields)

    def __repr_args__(self) -> Iterable[tuple[str | None, Any]]:
        """The fields to print: those without their default, long ones shortened."""
        fields = type(self).model_fields
        for name, value in super().__repr_args__():
            field = fields.get(name or "")
            if field is None or value != field.get_default(call_default_factory=True):
                yield name, _Shortened(value) if isinstance(value, str | tuple) else value

    def __str__(self) -> str:
        return repr(self)

    def model_post_init(self, context: Any, /) -> None:
        """Let all records of a class share one set of given fields. pydantic keeps such a set in
        each record, which was half the memory of a claim and is not used."""
        object.__setattr__(self, "__pydantic_fields_set__", self._fields)
