"""Frozen dataclasses whose `__init__` is written when the first one is made.

The program has hundreds of them, an advice makes few, and writing all that the standard library writes for each takes
longer than importing them.
"""

import dataclasses
from collections.abc import Callable, Sequence
from operator import attrgetter
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:  # a checker sees the dataclasses that it knows
    from dataclasses import dataclass
else:

    def dataclass(*, frozen: bool, slots: bool, kw_only: bool = False, eq: bool = True) -> Callable[[type], type]:
        """What makes a class a dataclass as the standard library does, but in a fifth of the time."""
        if not (frozen and slots):
            raise TypeError("a record is frozen and has slots")
        plain = dataclasses.dataclass(init=False, repr=False, eq=False, slots=True, kw_only=kw_only)
        return lambda cls: _record(plain(cls), eq)


__all__ = ["dataclass"]


def _record(cls: type, eq: bool) -> type:  # noqa: FBT001  the name that a dataclass gives it
    """The class with everything that a frozen dataclass can do."""
    everything = _values([field.name for field in dataclasses.fields(cls)])
    methods: dict[str, Callable[..., Any]] = {
        "__init__": _first_init,
        "__repr__": _repr,
        "__setattr__": _refuse_to_set,
        "__delattr__": _refuse_to_delete,
        "__getstate__": lambda self: everything(self),  # noqa: PLW0108  Python binds functions alone
        "__setstate__": _set_all,
        **(_comparing(cls) if eq else {}),
    }
    for name, method in methods.items():
        if name not in cls.__dict__:
            setattr(cls, name, method)
    return cls


def _comparing(cls: type) -> dict[str, Callable[..., Any]]:
    compared = _values([field.name for field in dataclasses.fields(cls) if field.compare])

    def eq(self: Any, other: object) -> Any:
        return compared(self) == compared(other) if other.__class__ is self.__class__ else NotImplemented

    return {"__eq__": eq, "__hash__": lambda self: hash(compared(self))}


def _values(names: Sequence[str]) -> Callable[[Any], Any]:
    """The values of an object under these names, as a tuple."""
    if len(names) > 1:
        return attrgetter(*names)
    return lambda self: tuple(getattr(self, name) for name in names)


def _first_init(self: Any, /, *given: Any, **named: Any) -> None:
    """Writes the `__init__` of the class, and calls it."""
    cls = next(base for base in type(self).__mro__ if base.__dict__.get("__init__") is _first_init)
    cls.__init__ = _init_of(cls)  # type: ignore[misc]  # once, in place of this function
    cls.__init__(self, *given, **named)  # type: ignore[misc]  # the class is the one that was just written for


def _init_of(cls: type) -> Callable[..., None]:
    fields = [field for field in dataclasses.fields(cls) if field.init]
    by_place = [field for field in fields if not field.kw_only]
    by_name = [field for field in fields if field.kw_only]
    names: dict[str, Any] = {"put": object.__setattr__, "absent": _ABSENT}
    asked = [_parameter(field, names) for field in by_place]
    asked += ["*", *(_parameter(field, names) for field in by_name)] if by_name else []
    body = [f" put(self, {field.name!r}, {_value(field)})" for field in fields] or [" pass"]
    exec(f"def __init__({', '.join(['self', *asked])}):\n" + "\n".join(body), names)  # noqa: S102  as the standard library does: the names are those of our own fields
    made: Callable[..., None] = names["__init__"]
    made.__qualname__ = f"{cls.__qualname__}.__init__"
    return made


_ABSENT = object()


def _parameter(field: "dataclasses.Field[Any]", names: dict[str, Any]) -> str:
    if field.default_factory is not dataclasses.MISSING:
        names[f"make_{field.name}"] = field.default_factory
        return f"{field.name}=absent"
    if field.default is not dataclasses.MISSING:
        names[f"default_{field.name}"] = field.default
        return f"{field.name}=default_{field.name}"
    return field.name


def _value(field: "dataclasses.Field[Any]") -> str:
    if field.default_factory is dataclasses.MISSING:
        return field.name
    return f"make_{field.name}() if {field.name} is absent else {field.name}"


def _repr(self: Any) -> str:
    shown = (f"{field.name}={getattr(self, field.name)!r}" for field in dataclasses.fields(self) if field.repr)
    return f"{type(self).__qualname__}({', '.join(shown)})"


def _refuse_to_set(self: Any, name: str, value: object) -> None:  # noqa: ARG001  Python hands it over
    raise dataclasses.FrozenInstanceError(f"cannot assign to field {name!r}")


def _refuse_to_delete(self: Any, name: str) -> None:  # noqa: ARG001  Python hands it over
    raise dataclasses.FrozenInstanceError(f"cannot delete field {name!r}")


def _set_all(self: Any, state: Sequence[Any]) -> None:
    for field, value in zip(dataclasses.fields(self), state, strict=True):
        object.__setattr__(self, field.name, value)
