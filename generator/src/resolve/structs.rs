//! Structs: fields and their types, and how serde reads and writes them.

use super::{
    docs,
    inputs::value_input,
    lints,
    names::{NamePool, field_name, serde_camel_case, type_name},
    types::Types,
};
use crate::{
    model::{
        description::{Property, Struct, Tag, Type},
        package::{
            Absent, AdditionalProperties, Derive, Field, FieldCodec, InputType, RustType, Storage,
            StructConstructor, StructModel, StructTags, TagField,
        },
    },
    sdk::SdkType,
};

/// The use of a struct.
#[derive(Clone, Copy, PartialEq)]
pub enum Role {
    /// A type of `models`.
    Model,
    /// A type of `models` that is the body of an error response.
    Error,
    /// A merge patch in `models`, inside of another.
    Patch,
    /// The body of a call.
    Body,
    /// A body that is a merge patch.
    PatchBody,
}

/// The struct `name`.
pub fn struct_model(
    types: &Types,
    name: &str,
    it: &Struct,
    special: Option<&SdkType>,
    role: Role,
) -> StructModel {
    // Setters have the names of their fields, `new` is the constructor, and `of` finds an error.
    let mut pool = NamePool::with(["new"]);
    if role == Role::Error {
        pool.claim("of".to_owned());
    }
    let mut fields: Vec<Field> = Vec::with_capacity(it.properties.len());
    for property in it.properties.iter().filter(|it| !it.read_only || role.is_model()) {
        let field = pool.claim(property_name(property, special));
        let property = &as_sent(types, name, property, special);
        fields.push(self::field(types, name, field, property, special, role));
    }
    let camel_case = fields.iter().any(|field| {
        field.wire_name != field.name && field.wire_name == serde_camel_case(&field.name)
    });
    for field in &mut fields {
        let by_serde = if camel_case { serde_camel_case(&field.name) } else { field.name.clone() };
        field.rename = field.wire_name != by_serde;
    }
    let further = it.additional_properties.as_ref().filter(|_| !role.is_body());
    let additional = further.map(|ty| {
        let ty = RustType::Map(Box::new(match role.is_patch() {
            true => types.removable(ty),
            false => types.rust(ty),
        }));
        let name = pool.claim("additional_properties".to_owned());
        AdditionalProperties { name, lints: lints::of_field(&ty), ty }
    });
    let tags = struct_tags(name, it, additional.is_some(), &mut pool);
    let has_default = match role.is_body() {
        true => fields.iter().all(|field| is_default(&field.ty)),
        false => fields.iter().all(|field| !field.is_argument()),
    };
    StructModel {
        derives: derives(role, has_default),
        constructor: match role {
            Role::Body | Role::PatchBody => None,
            Role::Model | Role::Error if !types.is_made(name) => None,
            Role::Model | Role::Error | Role::Patch => {
                Some(constructor(types, name, &fields, has_default))
            }
        },
        fields,
        camel_case,
        additional,
        tags,
    }
}

/// The property as the service sends it, if `sdk.yaml` knows better than the description. Callers
/// who send the type have no value for a read-only property.
fn as_sent(types: &Types, owner: &str, property: &Property, special: Option<&SdkType>) -> Property {
    let omitted = special.is_some_and(|special| special.optional.contains(&property.name));
    let is_made_up = property.read_only && types.is_sent(owner);
    Property { required: property.required && !omitted && !is_made_up, ..property.clone() }
}

fn derives(role: Role, has_default: bool) -> Vec<Derive> {
    let default = has_default.then_some(Derive::Default);
    let rest: &[Derive] = match role.is_body() {
        true => &[Derive::Serialize],
        false => &[Derive::SafeDebug, Derive::PartialEq, Derive::Deserialize, Derive::Serialize],
    };
    [Derive::Clone].into_iter().chain(default).chain(rest.iter().copied()).collect()
}

fn field(
    types: &Types,
    owner: &str,
    name: String,
    property: &Property,
    special: Option<&SdkType>,
    role: Role,
) -> Field {
    let value = match special.and_then(|special| special.strings.get(&property.name)) {
        Some(path) => RustType::Path(path.clone()),
        None if role.is_patch() => types.patched(&property.ty),
        None => types.rust(&property.ty),
    };
    let boxed = !role.is_body() && types.is_recursive(owner, &value);
    let presence = role.presence(property);
    let absent = presence.absent(&value);
    let stored = if boxed { RustType::Box(Box::new(value.clone())) } else { value.clone() };
    let codec = value.codec();
    let is_read = !role.is_body();
    let is_empty = matches!(presence, Presence::Collection | Presence::Patch);
    let (ty, input) = (presence.field_type(stored), presence.input(value));
    let docs = property_docs(types, &name, property);
    Field {
        lints: lints::of_field(&ty),
        setter_lints: lints::of_setter(&name, &input),
        shorthand: is_shorthand(&input, presence.storage(boxed)),
        name,
        wire_name: property.name.clone(),
        docs,
        ty,
        absent,
        input,
        storage: presence.storage(boxed),
        rename: false,
        default: is_read && (is_empty || (codec.is_some() && absent.is_some())),
        codec: match codec {
            Some(codec) if is_read => Some(FieldCodec::With(codec)),
            Some(codec) => Some(FieldCodec::SerializeWith(codec)),
            None if is_read && presence == Presence::Collection => Some(FieldCodec::NullIsDefault),
            None => None,
        },
        debug: is_shown(types, property, special),
    }
}

/// Returns `true` if a field stores what the caller gives, without a conversion.
fn is_shorthand(input: &InputType, storage: Storage) -> bool {
    matches!((input, storage), (InputType::Plain(_), Storage::Direct))
}

/// How a property can be absent. This decides what is an argument and what is a setter.
#[derive(Clone, Copy, PartialEq)]
enum Presence {
    Required,
    /// Required, but `null` is a value.
    Nullable,
    Optional,
    /// An optional array or map.
    Collection,
    /// A part of a merge patch.
    Patch,
}

impl Role {
    fn is_model(self) -> bool {
        matches!(self, Self::Model | Self::Error)
    }

    fn is_body(self) -> bool {
        matches!(self, Self::Body | Self::PatchBody)
    }

    fn is_patch(self) -> bool {
        matches!(self, Self::Patch | Self::PatchBody)
    }

    fn presence(self, property: &Property) -> Presence {
        match &property.ty {
            _ if self == Self::Patch => Presence::Patch,
            _ if self == Self::PatchBody && !property.required => Presence::Patch,
            // Responses do not have it.
            _ if self.is_model() && property.write_only => Presence::Optional,
            _ if property.required && property.nullable => Presence::Nullable,
            _ if property.required => Presence::Required,
            Type::Array(_) | Type::Map(_) => Presence::Collection,
            _ => Presence::Optional,
        }
    }
}

impl Presence {
    fn absent(self, value: &RustType) -> Option<Absent> {
        match self {
            Self::Required | Self::Nullable => None,
            Self::Optional => Some(Absent::Option),
            Self::Collection if matches!(value, RustType::Vec(_)) => Some(Absent::Vec),
            Self::Collection => Some(Absent::Map),
            Self::Patch => Some(Absent::Patch),
        }
    }

    fn field_type(self, value: RustType) -> RustType {
        match self {
            Self::Required | Self::Collection => value,
            Self::Optional | Self::Nullable => RustType::Option(Box::new(value)),
            Self::Patch => RustType::Patch(Box::new(value)),
        }
    }

    fn input(self, value: RustType) -> InputType {
        match self {
            Self::Patch => InputType::Into(RustType::Patch(Box::new(value))),
            Self::Nullable => InputType::Plain(RustType::Option(Box::new(value))),
            Self::Required | Self::Optional | Self::Collection => value_input(&value),
        }
    }

    fn storage(self, boxed: bool) -> Storage {
        match (self, boxed) {
            (Self::Optional, true) => Storage::SomeBoxed,
            (Self::Optional, false) => Storage::Some,
            (Self::Nullable | Self::Patch, true) => Storage::MapBoxed,
            (Self::Required, true) => Storage::Boxed,
            _ => Storage::Direct,
        }
    }
}

/// Returns `true` if the type implements `Default`.
fn is_default(ty: &RustType) -> bool {
    use RustType::{Enum, IntegerEnum, Overlay, Path, Struct, Timestamp, Union};
    !matches!(
        ty,
        Enum { .. } | IntegerEnum(_) | Overlay(_) | Path(_) | Struct(_) | Timestamp(_) | Union(_)
    )
}

fn constructor(
    types: &Types,
    name: &str,
    fields: &[Field],
    has_default: bool,
) -> StructConstructor {
    let arguments = fields.iter().filter(|field| field.is_argument());
    StructConstructor {
        docs: match types.docs_for_all {
            true => constructor_docs(name, has_default),
            false => String::new(),
        },
        lints: lints::of_function(false, arguments.map(|field| &field.input)),
        has_setter_docs: types.docs_for_all,
    }
}

fn constructor_docs(name: &str, has_default: bool) -> String {
    let article = if name.starts_with(['A', 'E', 'I', 'O']) { "an" } else { "a" };
    match has_default {
        true => format!("Creates an empty `{name}`."),
        false => format!("Creates {article} `{name}` with its required fields."),
    }
}

/// How the properties with a single value are written.
fn struct_tags(name: &str, it: &Struct, has_additional: bool, pool: &mut NamePool) -> StructTags {
    match it.tags.as_slice() {
        [] => StructTags::None,
        [tag] if !has_additional => {
            StructTags::Serde { property: tag.property.clone(), value: tag.value.clone() }
        }
        tags => {
            let field = |tag: &Tag| TagField {
                name: pool.claim(field_name(&tag.property)),
                wire_name: tag.property.clone(),
                value: tag.value.clone(),
                ty: format!("{name}{}", type_name(&tag.property)),
            };
            StructTags::Fields(tags.iter().map(field).collect())
        }
    }
}

/// The docs of the property, or else of its type.
fn property_docs(types: &Types, field: &str, property: &Property) -> String {
    let of_type = || types.definition(property.ty.name()?)?.docs.as_deref();
    let text = property.docs.as_deref().or_else(of_type);
    let docs = docs::markdown_or(text, || types.name_as_docs(field, &property.name));
    (docs + &docs::constraints(&property.constraints)).trim_start().to_owned()
}

/// The name from `sdk.yaml`, the description, or the wire, in this order.
fn property_name(property: &Property, special: Option<&SdkType>) -> String {
    let chosen = special.and_then(|special| special.fields.get(&property.name));
    let name = chosen.or(property.client_name.as_ref()).unwrap_or(&property.name);
    field_name(name)
}

/// Returns `true` if debug output shows the property.
fn is_shown(types: &Types, property: &Property, special: Option<&SdkType>) -> bool {
    let chosen = special.is_some_and(|special| special.debug.contains(&property.name));
    let is_id = property.name == "id" || property.name.ends_with("Id");
    // The derive of `SafeDebug` names its formatter `f`.
    property.name != "f" && (chosen || is_shown_type(&types.rust(&property.ty), is_id))
}

/// Returns `true` if debug output shows values of this type: those that tell objects apart but
/// contain no personal data, which are ids, enums, numbers and timestamps. Models hide their own
/// fields.
pub fn is_shown_type(ty: &RustType, is_id: bool) -> bool {
    match ty {
        RustType::Vec(inner) | RustType::Option(inner) => is_shown_type(inner, is_id),
        RustType::String => is_id,
        RustType::Any | RustType::Bytes | RustType::BytesUrl | RustType::Map(_) => false,
        _ => true,
    }
}
