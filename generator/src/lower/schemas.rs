//! Schemas: what a value is. Those that need a name in Rust become type definitions.

use super::{
    Lowering,
    schema::{Schema, choice_of, is_object, reference},
};
use crate::model::{
    description::{Constraints, StringFormat, Type},
    source::Place,
    wire::TimestampFormat,
};
use serde_json::Value;

impl Lowering<'_> {
    /// Every named schema of the entry: users may want those too that no operation refers to.
    pub fn lower_definitions(&mut self, entry: &Place) {
        let forms = self.forms(entry);
        self.claim_names(entry);
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
        let target = self.target(place);
        if target == *place {
            self.lower_inline(place, name)
        } else {
            self.lower_definition(&target)
        }
    }

    /// The type of a schema that stands in no field: nothing would say how its timestamps and bytes
    /// are written, so they are the texts and numbers that they are in JSON.
    pub fn lower_schema_as_written(&mut self, place: &Place, name: &str) -> Type {
        self.lower_schema(place, name).as_written()
    }

    /// The type of an item of an array, or of a value of a map.
    pub fn lower_item(&mut self, place: &Place, name: &str) -> Type {
        let item = self.lower_schema(place, name);
        match self.is_nullable(place) && item != Type::Any {
            true => Type::Nullable(Box::new(item)),
            false => item,
        }
    }

    /// The place of the schema that the one at a place stands for: itself, or what its `$ref` leads
    /// to. A `$ref` with words of its own is wrapped in `allOf`.
    pub fn target(&self, place: &Place) -> Place {
        let reference = self.documents.value(place).and_then(reference);
        let Some((reference, path)) = reference else { return place.clone() };
        let from = path.iter().fold(place.clone(), |place, token| place.child(token));
        // A `$ref` that leads nowhere was reported when the document was read.
        self.documents.follow(&from, reference).unwrap_or_else(|_| place.clone())
    }

    /// Whether `null` is a value of the schema at a place.
    pub fn is_nullable(&self, place: &Place) -> bool {
        let says_so = |place: &Place| {
            let value = self.documents.value(place);
            let flag = value.and_then(|it| it.get("nullable")?.as_bool());
            let values = value.and_then(|it| it.get("enum")?.as_array());
            flag == Some(true) || values.is_some_and(|it| it.contains(&Value::Null))
        };
        let target = self.target(place);
        let alternatives = ["oneOf", "anyOf"].into_iter().flat_map(|list| {
            self.items(&target.child(list)).into_iter().map(|part| self.target(&part))
        });
        says_so(place) || says_so(&target) || alternatives.into_iter().any(|it| says_so(&it))
    }

    /// What the values of the schema at a place must satisfy, if it says so itself.
    pub fn constraints(&mut self, place: &Place) -> Constraints {
        match self.target(place) == *place {
            true => self.get::<Schema>(place).unwrap_or_default().constraints(),
            false => Constraints::default(),
        }
    }

    /// The type of a schema that has a name in the description, lowered once.
    pub fn lower_definition(&mut self, place: &Place) -> Type {
        match self.aliases.get(place) {
            Some(Some(ty)) => return ty.clone(),
            // An array or a map of itself: the inner ones stay JSON.
            Some(None) => return Type::Any,
            None => {}
        }
        self.aliases.insert(place.clone(), None);
        let ty = self.lower_inline(place, &self.definition_name(place));
        self.aliases.insert(place.clone(), Some(ty.clone()));
        ty
    }

    fn lower_inline(&mut self, place: &Place, name: &str) -> Type {
        let Some(value) = self.documents.value(place) else { return Type::Any };
        let Some(schema) = self.get::<Schema>(place) else { return Type::Any };
        let name = schema.client_name().unwrap_or_else(|| name.to_owned());
        if value.get("not").is_some() {
            return self.refused_any(place, "`not`");
        }
        if self.unions.is_base(place) {
            return self.lower_object(place, &name, &schema);
        }
        if let Some(list) = choice_of(value) {
            return self.lower_choice(place, &name, &schema, list);
        }
        if value.get("allOf").is_some() {
            return match self.alias_of(place) {
                Some(target) => self.lower_definition(&target),
                None => self.lower_all_of(place, &name, &schema),
            };
        }
        self.lower_simple(place, &name)
    }

    /// The type of a schema that is not composed of others.
    pub fn lower_simple(&mut self, place: &Place, name: &str) -> Type {
        let Some(schema) = self.get::<Schema>(place) else { return Type::Any };
        if let Some(ty) = self.lower_enum(place, name, &schema) {
            return ty;
        }
        let value = self.documents.value(place).unwrap_or(&Value::Null);
        match schema.kind.as_deref() {
            Some("string") => self.lower_string(place, &schema),
            Some("boolean") => Type::Boolean,
            Some("integer") => integer(schema.format.as_deref()),
            Some("number") if schema.format.as_deref() == Some("float") => Type::Float32,
            Some("number") => Type::Float64,
            Some("array") => self.lower_array(place, name),
            None if value.get("items").is_some() => self.lower_array(place, name),
            _ if is_object(value) => self.lower_object(place, name, &schema),
            _ => Type::Any,
        }
    }

    fn lower_array(&mut self, place: &Place, name: &str) -> Type {
        let item = self.lower_item(&place.child("items"), &format!("{name}Item"));
        Type::Array(Box::new(item))
    }

    /// The definition that a schema with nothing but one `$ref` in `allOf` is another name for. An
    /// object is made of another object, and has a type of its own.
    fn alias_of(&self, place: &Place) -> Option<Place> {
        let target = self.target(place);
        let is_definition = self.aliases.contains_key(place);
        let value = self.documents.value(&target)?;
        (target != *place && !(is_definition && is_object(value))).then_some(target)
    }

    fn lower_string(&mut self, place: &Place, schema: &Schema) -> Type {
        match schema.format.as_deref() {
            None => Type::String(None),
            Some("date-time") => Type::Timestamp(TimestampFormat::Rfc3339),
            Some("date-time-rfc1123" | "date-time-rfc7231") => {
                Type::Timestamp(TimestampFormat::Rfc1123)
            }
            Some("byte") => Type::Bytes,
            Some("base64url") => Type::BytesUrl,
            Some("uuid") => Type::String(Some(StringFormat::Uuid)),
            Some("uri" | "url") => Type::String(Some(StringFormat::Uri)),
            Some("binary") => self.refused_any(place, "`format: binary`"),
            Some(other) => Type::String(Some(StringFormat::Other(other.to_owned()))),
        }
    }

    /// Reports what the model cannot express.
    pub fn refuse(&mut self, place: &Place, what: &str) {
        self.problem(place, format!("{what} is not supported"));
    }

    pub fn refused_any(&mut self, place: &Place, what: &str) -> Type {
        self.refuse(place, what);
        Type::Any
    }
}

fn integer(format: Option<&str>) -> Type {
    match format {
        Some("int32" | "int8" | "int16" | "uint8" | "uint16") => Type::Int32,
        Some("uint64") => Type::UInt64,
        Some("unixtime") => Type::Timestamp(TimestampFormat::UnixTime),
        _ => Type::Int64,
    }
}
