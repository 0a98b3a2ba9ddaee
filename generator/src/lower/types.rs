//! The type of a schema. Objects, enums, unions and choices become type definitions.

use super::{
    Lowering,
    operations::Found,
    schema::{Schema, choice_of, is_object},
};
use crate::{
    diagnostics::Scope,
    model::{
        description::{StringFormat, Type},
        wire::TimestampFormat,
    },
    read::Node,
};

impl<'a> Lowering<'a> {
    /// Lowers every named schema of the entry, also those that no operation refers to: unreferenced
    /// types are public too. A schema that is only used as a form gets no type.
    pub fn lower_definitions(&mut self, entry: &Node<'a>, found: &[Found<'a>]) {
        let forms = self.form_schemas(found);
        let Some(components) = entry.get("components") else { return };
        self.claim_names(&components);
        for (_, schema) in components.entries("schemas") {
            if !schema.has("$ref") && !forms.contains(&schema.place) {
                self.lower_definition(&schema);
            }
        }
    }

    /// The type of a schema. `name` is for a type that has no name of its own.
    pub fn lower_schema(&mut self, schema: &Schema<'a>, name: &str) -> Type {
        match schema.is_reference() {
            true => self.lower_definition(&schema.target),
            false => self.lower_inline(&schema.node, name),
        }
    }

    /// The type of a value that is not a field. Only fields have attributes that name an encoding,
    /// so timestamps and bytes are the strings or numbers in JSON.
    pub fn lower_schema_as_written(&mut self, node: Node<'a>, name: &str) -> Type {
        let schema = self.schema(node);
        self.lower_schema(&schema, name).as_written()
    }

    /// The type of an item of an array, or of a value of a map.
    pub fn lower_item(&mut self, node: Node<'a>, name: &str) -> Type {
        let schema = self.schema(node);
        match self.lower_schema(&schema, name) {
            Type::Any => Type::Any,
            item if schema.nullable => Type::Nullable(Box::new(item)),
            item => item,
        }
    }

    /// The type of a named schema, lowered once.
    pub fn lower_definition(&mut self, schema: &Node<'a>) -> Type {
        match self.definitions.get(&schema.place) {
            Some(Some(ty)) => return ty.clone(),
            // An array or a map of itself: the inner values stay JSON.
            Some(None) => return Type::Any,
            None => {}
        }
        self.definitions.insert(schema.place.clone(), None);
        // Other operations use it too.
        let lower = |it: &mut Self| it.lower_inline(schema, &definition_name(schema));
        let ty = self.within(Scope::Description, lower);
        self.definitions.insert(schema.place.clone(), Some(ty.clone()));
        ty
    }

    fn lower_inline(&mut self, schema: &Node<'a>, name: &str) -> Type {
        let name = schema.text("x-ms-client-name").unwrap_or(name);
        if schema.has("not") {
            return self.refused_any(&schema.place, "`not`");
        }
        if self.unions.is_base(&schema.place) {
            return self.lower_object(schema, name);
        }
        if let Some(list) = choice_of(schema.value) {
            return self.lower_choice(schema, name, list);
        }
        if schema.has("allOf") {
            return match self.alias_of(schema) {
                Some(target) => self.lower_definition(&target),
                None => self.lower_all_of(schema, name),
            };
        }
        self.lower_simple(schema, name)
    }

    /// The type of a schema that is not composed of others.
    pub fn lower_simple(&mut self, schema: &Node<'a>, name: &str) -> Type {
        if let Some(ty) = self.lower_enum(schema, name) {
            return ty;
        }
        match schema.text("type") {
            Some("string") => lower_string(schema),
            Some("boolean") => Type::Boolean,
            Some("integer") => lower_integer(schema.text("format")),
            Some("number") if schema.text("format") == Some("float") => Type::Float32,
            Some("number") => Type::Float64,
            Some("array") => self.lower_array(schema, name),
            None if schema.has("items") => self.lower_array(schema, name),
            _ if is_object(schema.value) => self.lower_object(schema, name),
            _ => Type::Any,
        }
    }

    fn lower_array(&mut self, schema: &Node<'a>, name: &str) -> Type {
        let item = schema.get("items");
        let item = item.map_or(Type::Any, |it| self.lower_item(it, &format!("{name}Item")));
        Type::Array(Box::new(item))
    }

    /// The definition that a schema with only one `$ref` in its `allOf` is another name for. A
    /// definition that derives from an object is a type of its own.
    fn alias_of(&self, schema: &Node<'a>) -> Option<Node<'a>> {
        let target = self.target(schema);
        let is_definition = self.definitions.contains_key(&schema.place);
        let is_derived = is_definition && is_object(target.value);
        (!target.is(schema) && !is_derived).then_some(target)
    }
}

fn lower_string(schema: &Node) -> Type {
    match schema.text("format") {
        None => Type::String(None),
        Some("date-time") => Type::Timestamp(TimestampFormat::Rfc3339),
        Some("date-time-rfc1123" | "date-time-rfc7231" | "http-date") => {
            Type::Timestamp(TimestampFormat::Rfc1123)
        }
        Some("byte") => Type::Bytes,
        Some("base64url") => Type::BytesUrl,
        Some("uuid") => Type::String(Some(StringFormat::Uuid)),
        Some("uri" | "url") => Type::String(Some(StringFormat::Uri)),
        Some(other) => Type::String(Some(StringFormat::Other(other.to_owned()))),
    }
}

fn lower_integer(format: Option<&str>) -> Type {
    match format {
        Some("int32" | "int8" | "int16" | "uint8" | "uint16") => Type::Int32,
        Some("uint64") => Type::UInt64,
        Some("unixtime") => Type::Timestamp(TimestampFormat::UnixTime),
        _ => Type::Int64,
    }
}

/// The name of a named schema's type.
pub fn definition_name(schema: &Node) -> String {
    let of_enum = || schema.value.get("enum").and(schema.value.get("x-ms-enum")?.get("name"));
    let given = of_enum().and_then(|name| name.as_str()).or(schema.text("x-ms-client-name"));
    given.map(str::to_owned).or_else(|| schema.place.name().map(Into::into)).unwrap_or_default()
}
