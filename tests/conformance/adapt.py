"""Adapts what the suite's tools write or refuse. Each change says why it is needed.

adapt.py typespec MAIN               changes a TypeSpec that the OpenAPI emitter refuses
adapt.py names OPENAPI               gives back a name that was changed for the emitter
adapt.py swagger SWAGGER OPENAPI OUT adds to Swagger 2.0 the common types of Resource Manager
"""

import json
import re
import sys
from pathlib import Path

import yaml

COMMON = "Azure.ResourceManager.CommonTypes."


def typespec(main):
    path = Path(main)
    text = path.read_text()
    # The emitter takes the name of a parameter for one of JavaScript's objects.
    text = text.replace(
        "withConstructor(@query constructor: string)", "withConstructor(@query constructorZ: string)"
    )
    # OpenAPI has ranges of a hundred statuses only.
    text = text.replace("@minValue(494)", "@minValue(400)")
    # OpenAPI has no query in a path: the query becomes a parameter.
    text = re.sub(
        r'(@route\("(\w+))\?fixed=true\{&param(\*?)\}"\)\n(\s+)op (`?\w+`?)\(',
        r"\1{?param\3}\")\n\4op \5(@query fixed: true, ".replace('\\"', '"'),
        text,
    )
    path.write_text(text)


def names(openapi):
    path = Path(openapi)
    path.write_text(path.read_text().replace("constructorZ", "constructor"))


def swagger(source, openapi, out):
    """The common types of Resource Manager are files that npm does not ship. They are taken from the
    OpenAPI form of the same case."""
    text = Path(source).read_text()
    common = re.compile(r'"[^"]*common-types/resource-management/v5/types\.json#/')
    document = json.loads(common.sub('"#/', text))
    if common.search(text):
        add_common_types(document, yaml.safe_load(Path(openapi).read_text()))
    Path(out).write_text(json.dumps(document, indent=1))


def add_common_types(document, openapi):
    definitions = document.setdefault("definitions", {})
    for name, schema in openapi["components"]["schemas"].items():
        definitions.setdefault(name.replace(COMMON, ""), as_swagger(schema))
    definitions.setdefault("Operation", {"type": "object", "properties": {"name": {"type": "string"}}})
    item = {"$ref": "#/definitions/Operation"}
    page = {"value": {"type": "array", "items": item}, "nextLink": {"type": "string"}}
    definitions.setdefault(
        "OperationListResult", {"type": "object", "required": ["value"], "properties": page}
    )
    parameters = document.setdefault("parameters", {})
    for key, name, where in (
        ("ApiVersionParameter", "api-version", "query"),
        ("SubscriptionIdParameter", "subscriptionId", "path"),
        ("ResourceGroupNameParameter", "resourceGroupName", "path"),
        ("LocationParameter", "location", "path"),
    ):
        parameter = {"name": name, "in": where, "required": True, "type": "string"}
        parameters.setdefault(key, parameter)


def as_swagger(value):
    if isinstance(value, list):
        return [as_swagger(item) for item in value]
    if not isinstance(value, dict):
        return value
    if "$ref" in value:
        return {"$ref": "#/definitions/" + value["$ref"].split("/")[-1].replace(COMMON, "")}
    if "anyOf" in value:
        return {"type": "string"}
    left_out = ("nullable", "discriminator")
    return {key: as_swagger(item) for key, item in value.items() if key not in left_out}


if __name__ == "__main__":
    {"typespec": typespec, "names": names, "swagger": swagger}[sys.argv[1]](*sys.argv[2:])
