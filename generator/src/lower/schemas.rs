//! Schemas: what a value is. Those that need a name in Rust become type definitions.

use super::{
    Lowering,
    extensions::{self, MsEnum},
};
use crate::model::{
    api::{
        Constraints, Enum, EnumValue, Property, StringFormat, Struct, TimestampFormat, Type,
        TypeDefinition, TypeKind,
    },
    source::Place,
};
use openapiv3::{
    AnySchema, IntegerFormat, NumberFormat, Schema, SchemaKind, StringType, Type as SchemaType,
    VariantOrUnknownOrEmpty,
};
use serde_json::Value;
use std::collections::HashSet;

impl Lowering<'_> {
    /// Every named schema of the entry: users may want those too that no operation refers to.
    pub fn lower_definitions(&mut self, entry: &Place) {
        let forms = self.forms(entry);
        for (_, place) in self.entries(&entry.child("components").child("schemas")) {
            if forms.contains(&place) {
                continue;
            }
            if self.documents.value(&place).and_then(|it| it.get("$ref")).is_none() {
                self.lower_definition(&place);
            }
        }
    }

    /// The type of the schema at a place. `name` is for a type that has none of its own.
    pub fn lower_schema(&mut self, place: &Place, name: &str) -> Type {
        let Some(value) = self.documents.value(place) else { return Type::Any };
        if let Some(reference) = reference(value).map(str::to_owned) {
            // A `$ref` with words of its own is wrapped in `allOf`.
            let from = if value.get("$ref").is_some() {
                place.clone()
            } else {
                place.child("allOf").child(0)
            };
            return match self.follow(&from, &reference) {
                Some(target) => self.lower_definition(&target),
                None => Type::Any,
            };
        }
        self.lower_inline(place, name)
    }

    /// The type of a schema that has a name in the description, lowered once.
    pub fn lower_definition(&mut self, place: &Place) -> Type {
        match self.aliases.get(place) {
            Some(Some(ty)) => return ty.clone(),
            Some(None) => {
                self.problem(place, "the schema contains itself without an object in between");
                return Type::Any;
            }
            None => {}
        }
        let name = place.name().unwrap_or_default().into_owned();
        self.aliases.insert(place.clone(), None);
        let ty = self.lower_inline(place, &name);
        self.aliases.insert(place.clone(), Some(ty.clone()));
        ty
    }

    fn lower_inline(&mut self, place: &Place, name: &str) -> Type {
        let Some(schema) = self.get::<Schema>(place) else { return Type::Any };
        let data = &schema.schema_data;
        let name =
            extensions::text(&data.extensions, "x-ms-client-name").unwrap_or(name.to_owned());
        match &schema.schema_kind {
            SchemaKind::Type(SchemaType::String(it)) => {
                self.lower_string(place, &name, &schema, it)
            }
            SchemaKind::Type(SchemaType::Boolean(_)) => Type::Boolean,
            SchemaKind::Type(SchemaType::Integer(it)) if it.enumeration.is_empty() => {
                match &it.format {
                    VariantOrUnknownOrEmpty::Item(IntegerFormat::Int64) => Type::Int64,
                    VariantOrUnknownOrEmpty::Unknown(format) if format != "int32" => Type::Int64,
                    VariantOrUnknownOrEmpty::Empty => Type::Int64,
                    _ => Type::Int32,
                }
            }
            SchemaKind::Type(SchemaType::Number(it)) if it.enumeration.is_empty() => {
                match &it.format {
                    VariantOrUnknownOrEmpty::Item(NumberFormat::Float) => Type::Float32,
                    _ => Type::Float64,
                }
            }
            SchemaKind::Type(SchemaType::Integer(_) | SchemaType::Number(_)) => {
                self.refuse(place, "an enum of numbers");
                Type::Any
            }
            SchemaKind::Type(SchemaType::Array(_)) => {
                let items = place.child("items");
                self.check_not_nullable(&items);
                let item = self.lower_schema(&items, &format!("{name}Item"));
                Type::Array(Box::new(item))
            }
            SchemaKind::Type(SchemaType::Object(_)) => self.lower_object(place, &name, &schema),
            SchemaKind::AllOf { all_of } => {
                let single = all_of.len() == 1;
                match self.alias_of(place).filter(|_| single) {
                    Some(target) => self.lower_definition(&target),
                    None => self.lower_object(place, &name, &schema),
                }
            }
            SchemaKind::OneOf { .. } => self.refused_any(place, "`oneOf`"),
            SchemaKind::AnyOf { .. } => self.refused_any(place, "`anyOf`"),
            SchemaKind::Not { .. } => self.refused_any(place, "`not`"),
            SchemaKind::Any(it) => self.lower_any(place, &name, &schema, it),
        }
    }

    /// The definition that a schema with nothing but one `$ref` in `allOf` is another name for. An
    /// object is made of another object, and has a type of its own.
    fn alias_of(&mut self, place: &Place) -> Option<Place> {
        let part = place.child("allOf").child(0);
        let reference = self.documents.value(&part)?.get("$ref")?.as_str()?.to_owned();
        let target = self.follow(&part, &reference)?;
        let value = self.documents.value(&target)?;
        let keys = ["properties", "allOf", "additionalProperties"];
        let is_object = value.get("type").and_then(Value::as_str) == Some("object")
            || keys.iter().any(|key| value.get(key).is_some());
        (!is_object).then_some(target)
    }

    /// A schema that does not say its type, or says more than openapiv3 has a form for.
    fn lower_any(&mut self, place: &Place, name: &str, schema: &Schema, it: &AnySchema) -> Type {
        if !it.one_of.is_empty() || !it.any_of.is_empty() || it.not.is_some() {
            return self.refused_any(place, "`oneOf`, `anyOf` or `not`");
        }
        if it.typ.as_deref() == Some("string") || (it.typ.is_none() && !it.enumeration.is_empty()) {
            if it.enumeration.iter().any(|value| !value.is_string() && !value.is_null()) {
                return self.refused_any(place, "an enum of other values than texts");
            }
            let values = it.enumeration.iter().map(|value| value.as_str().map(str::to_owned));
            let string = StringType {
                format: it
                    .format
                    .clone()
                    .map_or(VariantOrUnknownOrEmpty::Empty, VariantOrUnknownOrEmpty::Unknown),
                pattern: it.pattern.clone(),
                enumeration: values.collect(),
                min_length: it.min_length,
                max_length: it.max_length,
            };
            return self.lower_string(place, name, schema, &string);
        }
        let is_object = it.typ.as_deref() == Some("object")
            || !it.properties.is_empty()
            || !it.all_of.is_empty()
            || it.additional_properties.is_some();
        if is_object { self.lower_object(place, name, schema) } else { Type::Any }
    }

    fn lower_string(
        &mut self,
        place: &Place,
        name: &str,
        schema: &Schema,
        it: &StringType,
    ) -> Type {
        if !it.enumeration.is_empty() {
            return self.lower_enum(place, name, schema, it);
        }
        match format_name(&it.format).as_deref() {
            None => Type::String(None),
            Some("date-time") => Type::Timestamp(TimestampFormat::Rfc3339),
            Some("date-time-rfc1123" | "date-time-rfc7231") => {
                Type::Timestamp(TimestampFormat::Rfc1123)
            }
            Some("byte") => Type::Bytes,
            Some("uuid") => Type::String(Some(StringFormat::Uuid)),
            Some("uri" | "url") => Type::String(Some(StringFormat::Uri)),
            Some("binary") => {
                self.refuse(place, "`format: binary`");
                Type::Any
            }
            Some(other) => Type::String(Some(StringFormat::Other(other.to_owned()))),
        }
    }

    fn lower_enum(&mut self, place: &Place, name: &str, schema: &Schema, it: &StringType) -> Type {
        let ms_enum = schema.schema_data.extensions.get("x-ms-enum");
        let ms_enum = ms_enum.and_then(|value| {
            serde_json::from_value::<MsEnum>(value.clone())
                .map_err(|error| self.problem(&place.child("x-ms-enum"), error.to_string()))
                .ok()
        });
        let described = ms_enum.as_ref().map(|it| it.values.as_slice()).unwrap_or_default();
        let value = |value: &String| {
            let known = described.iter().find(|it| it.value.as_str() == Some(value));
            EnumValue {
                value: value.clone(),
                name: known.and_then(|it| it.name.clone()),
                docs: known.and_then(|it| it.description.clone()),
            }
        };
        let mut seen = HashSet::new();
        let known = it.enumeration.iter().flatten().filter(|value| seen.insert(*value));
        let values = known.map(value).collect();
        let extensible = ms_enum.as_ref().is_some_and(|it| it.model_as_string);
        let name = ms_enum.as_ref().and_then(|it| it.name.clone()).unwrap_or(name.to_owned());
        let kind = TypeKind::Enum(Enum { values, extensible });
        self.define_inline(place, &name, schema, kind)
    }

    /// An object: a struct, a union, or a map.
    fn lower_object(&mut self, place: &Place, name: &str, schema: &Schema) -> Type {
        let value = self.documents.value(place);
        let has = |key: &str| value.and_then(|value| value.get(key)).is_some();
        let is_definition = self.aliases.contains_key(place);
        if !has("properties") && !has("allOf") {
            if let Some(ty) = self.additional_properties(place, name) {
                return Type::Map(Box::new(ty));
            }
            // An object that says nothing of itself may be any; one with a name will grow.
            if !is_definition {
                return Type::Any;
            }
        }
        if !self.reserve(place, name) {
            return Type::Named(name.to_owned());
        }
        // From here on a reference to this type finds it.
        self.aliases.insert(place.clone(), Some(Type::Named(name.to_owned())));
        let kind = match self.lower_union(place) {
            Some(union) => TypeKind::Union(union),
            None => TypeKind::Struct(Struct {
                properties: self.lower_properties(place, name),
                additional_properties: self.additional_properties(place, name),
            }),
        };
        self.define(place, name, schema, kind)
    }

    /// The type of the properties that have no name; `None` where the description does not speak
    /// of such.
    fn additional_properties(&mut self, place: &Place, name: &str) -> Option<Type> {
        let place = place.child("additionalProperties");
        match self.documents.value(&place)? {
            Value::Bool(true) => Some(Type::Any),
            Value::Bool(false) => None,
            _ => {
                self.check_not_nullable(&place);
                Some(self.lower_schema(&place, &format!("{name}Value")))
            }
        }
    }

    fn check_not_nullable(&mut self, place: &Place) {
        let nullable = self.documents.value(place).and_then(|it| it.get("nullable"));
        if nullable.and_then(Value::as_bool) == Some(true) {
            self.refuse(place, "`null` in an array or a map");
        }
    }

    /// A property of the object `owner`.
    pub fn lower_property(&mut self, place: &Place, owner: &str, required: bool) -> Property {
        let name = place.name().unwrap_or_default().into_owned();
        let schema: Option<Schema> = match self.documents.value(place) {
            Some(value) if value.get("$ref").is_none() => self.get(place),
            _ => None,
        };
        let data = schema.as_ref().map(|it| it.schema_data.clone()).unwrap_or_default();
        let inline = format!("{owner}{}", heck::AsUpperCamelCase(&name));
        Property {
            client_name: extensions::text(&data.extensions, "x-ms-client-name"),
            place: place.clone(),
            docs: data.description,
            required,
            nullable: data.nullable,
            read_only: data.read_only,
            ty: self.lower_schema(place, &inline),
            constraints: schema.as_ref().map(constraints).unwrap_or_default(),
            name,
        }
    }

    /// Takes a name for the type at a place; false when it is taken, which is fine for what is
    /// the same in another file, and reported for what is not.
    fn reserve(&mut self, place: &Place, name: &str) -> bool {
        let Some(other) = self.types.get(name) else {
            self.types.insert(name.to_owned(), None);
            return true;
        };
        let other = other.as_ref().map(|it| it.place.clone());
        if let Some(other) = other {
            let (a, b) = (self.documents.value(&other), self.documents.value(place));
            if a.map(without_words) != b.map(without_words) {
                self.problem(place, format!("there is another type {name:?}, at {other}"));
            }
        }
        false
    }

    fn define(&mut self, place: &Place, name: &str, schema: &Schema, kind: TypeKind) -> Type {
        let definition = TypeDefinition {
            name: name.to_owned(),
            place: place.clone(),
            docs: schema.schema_data.description.clone(),
            deprecated: schema.schema_data.deprecated,
            kind,
        };
        self.types.insert(name.to_owned(), Some(definition));
        Type::Named(name.to_owned())
    }

    fn define_inline(
        &mut self,
        place: &Place,
        name: &str,
        schema: &Schema,
        kind: TypeKind,
    ) -> Type {
        if self.reserve(place, name) {
            return self.define(place, name, schema, kind);
        }
        Type::Named(name.to_owned())
    }

    /// Reports what the model cannot express.
    pub fn refuse(&mut self, place: &Place, what: &str) {
        self.problem(place, format!("{what} is not supported"));
    }

    fn refused_any(&mut self, place: &Place, what: &str) -> Type {
        self.refuse(place, what);
        Type::Any
    }
}

/// What the constraints of a schema are.
pub fn constraints(schema: &Schema) -> Constraints {
    let mut it = Constraints::default();
    match &schema.schema_kind {
        SchemaKind::Type(SchemaType::String(string)) => {
            (it.min_length, it.max_length) = (string.min_length, string.max_length);
            it.pattern = string.pattern.clone();
        }
        SchemaKind::Type(SchemaType::Integer(integer)) => {
            it.minimum = integer.minimum.map(|value| value as f64);
            it.maximum = integer.maximum.map(|value| value as f64);
        }
        SchemaKind::Type(SchemaType::Number(number)) => {
            (it.minimum, it.maximum) = (number.minimum, number.maximum);
        }
        SchemaKind::Type(SchemaType::Array(array)) => {
            (it.min_items, it.max_items) = (array.min_items, array.max_items);
        }
        _ => {}
    }
    it
}

/// The `$ref` that a schema is, with words of its own or without.
fn reference(value: &Value) -> Option<&str> {
    if let Some(reference) = value.get("$ref") {
        return reference.as_str();
    }
    let [only] = value.get("allOf")?.as_array()?.as_slice() else { return None };
    let is_wrapped = ["properties", "type", "discriminator", "additionalProperties"]
        .iter()
        .all(|key| value.get(key).is_none());
    if is_wrapped && value.get("x-ms-discriminator-value").is_none() {
        only.get("$ref")?.as_str()
    } else {
        None
    }
}

fn format_name<T: serde::Serialize>(format: &VariantOrUnknownOrEmpty<T>) -> Option<String> {
    match format {
        VariantOrUnknownOrEmpty::Item(item) => {
            serde_json::to_value(item).ok()?.as_str().map(str::to_owned)
        }
        VariantOrUnknownOrEmpty::Unknown(name) => Some(name.clone()),
        VariantOrUnknownOrEmpty::Empty => None,
    }
}

/// The schema without its words, which may differ between two files that mean the same.
fn without_words(value: &Value) -> Value {
    match value {
        Value::Object(entries) => {
            let entries = entries.iter().filter(|(key, value)| {
                !matches!(key.as_str(), "description" | "example" | "title") || value.is_object()
            });
            entries.map(|(key, value)| (key.clone(), without_words(value))).collect()
        }
        Value::Array(items) => items.iter().map(without_words).collect(),
        value => value.clone(),
    }
}
