"""Whether a JSON value is as a schema says, as far as our schemas go (JSON Schema, as OpenAPI 3.1 has it)."""

TYPES = {"object": dict, "array": list, "string": str, "boolean": bool, "null": type(None)}
KNOWN = {"$ref", "const", "description", "enum", "format", "items", "maxItems", "minItems", "oneOf", "properties",
         "required", "type"}  # fmt: skip


def is_of_type(value, name):
    if name == "integer":
        return isinstance(value, int) and not isinstance(value, bool)
    if name == "number":
        return isinstance(value, (int, float)) and not isinstance(value, bool)
    return isinstance(value, TYPES[name])


def resolved(schema, whole):
    while "$ref" in schema:
        found = whole
        for step in schema["$ref"].removeprefix("#/").split("/"):
            found = found[step]
        schema = found
    return schema


def problems_of(value, schema, whole, place="$"):
    """What is wrong with a value: also a member that the schema does not tell of, which a validator would pass."""
    schema = resolved(schema, whole)
    assert set(schema) <= KNOWN, f"{place}: {set(schema) - KNOWN} is not looked at"
    if "oneOf" in schema:
        found = [problems_of(value, each, whole, place) for each in schema["oneOf"]]
        return [] if sum(not each for each in found) == 1 else [each for some in found for each in some]
    types = schema.get("type", [])
    types = [types] if isinstance(types, str) else types
    if types and not any(is_of_type(value, each) for each in types):
        return [f"{place}: {value!r} is no {types}"]
    if "const" in schema and value != schema["const"] or value not in schema.get("enum", [value]):
        return [f"{place}: {value!r} is not what it may be"]
    problems = []
    if isinstance(value, dict) and "properties" in schema:
        problems += [f"{place} lacks {each}" for each in schema.get("required", []) if each not in value]
        for name, member in value.items():
            if name in schema["properties"]:
                problems += problems_of(member, schema["properties"][name], whole, f"{place}.{name}")
            else:
                problems.append(f"{place} has {name}")
    if isinstance(value, list):
        if not schema.get("minItems", 0) <= len(value) <= schema.get("maxItems", len(value)):
            problems.append(f"{place} has {len(value)} items")
        for i, item in enumerate(value):
            problems += problems_of(item, schema["items"], whole, f"{place}[{i}]")
    return problems
