//! The types of `models`.

use super::{Codec, InputType, Lint, RustType, Storage};
use crate::model::wire::{EnumBase, JsonKind};

/// A type of `models`.
#[derive(Clone, Debug)]
pub struct Model {
    pub name: String,
    /// The name in the description.
    pub wire_name: String,
    pub docs: String,
    pub deprecated: bool,
    /// `true` if an error response has it as its body.
    pub is_error: bool,
    pub kind: ModelKind,
}

/// The kind of a [`Model`].
#[derive(Clone, Debug)]
pub enum ModelKind {
    Struct(StructModel),
    Enum(EnumModel),
    Union(UnionModel),
    Choice(ChoiceModel),
}

/// A trait to derive.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Derive {
    Clone,
    Copy,
    Debug,
    Default,
    Deserialize,
    Eq,
    Hash,
    PartialEq,
    SafeDebug,
    Serialize,
}

/// A struct.
#[derive(Clone, Debug)]
pub struct StructModel {
    pub derives: Vec<Derive>,
    pub fields: Vec<Field>,
    /// `true` if `#[serde(rename_all = "camelCase")]` renames most fields.
    pub camel_case: bool,
    /// The field that takes all further properties.
    pub additional: Option<AdditionalProperties>,
    pub tags: StructTags,
    /// `new` and the setters. `None` if only the crate itself makes values: it reads them from
    /// responses, or they are the body of a call.
    pub constructor: Option<StructConstructor>,
}

/// How callers make a struct: the function `new`, and setters.
#[derive(Clone, Debug)]
pub struct StructConstructor {
    /// The docs of `new`; empty if they would restate its name.
    pub docs: String,
    pub lints: Vec<Lint>,
    /// `true` if setters have docs, which restate their names.
    pub has_setter_docs: bool,
}

/// The properties of a struct that have a single value, and what writes them.
#[derive(Clone, Debug, Default)]
pub enum StructTags {
    #[default]
    None,
    /// Serde's `tag` attribute.
    Serde { property: String, value: String },
    /// Fields with types of their own. Serde's attribute can write only one property, and lets it
    /// end up among the further properties.
    Fields(Vec<TagField>),
}

/// A field with a single value.
#[derive(Clone, Debug)]
pub struct TagField {
    pub name: String,
    pub wire_name: String,
    pub value: String,
    /// The name of its type.
    pub ty: String,
}

/// The field of a struct that takes the properties without a field.
#[derive(Clone, Debug)]
pub struct AdditionalProperties {
    pub name: String,
    /// The map that holds them.
    pub ty: RustType,
    pub lints: Vec<Lint>,
}

/// A field of a struct.
#[derive(Clone, Debug)]
pub struct Field {
    pub name: String,
    pub wire_name: String,
    pub docs: String,
    pub ty: RustType,
    /// The value of the field if the caller gives none; `None` makes it an argument.
    pub absent: Option<Absent>,
    /// The type in which callers give the value.
    pub input: InputType,
    pub storage: Storage,
    /// `true` if serde needs the wire name in an attribute.
    pub rename: bool,
    /// `true` if it gets its default if the property is missing.
    pub default: bool,
    pub codec: Option<FieldCodec>,
    /// `true` if debug output shows it.
    pub debug: bool,
    pub lints: Vec<Lint>,
    /// The lints of its setter.
    pub setter_lints: Vec<Lint>,
    /// `true` if an argument of its name is its stored value.
    pub shorthand: bool,
}

/// How serde converts a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FieldCodec {
    With(Codec),
    /// The field is only written.
    SerializeWith(Codec),
    /// The field is only read.
    DeserializeWith(Codec),
    /// Reads `null` as the default.
    NullIsDefault,
}

/// The value of a field that is absent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Absent {
    /// `None`, which is left out.
    Option,
    /// An empty `Vec`, which is left out.
    Vec,
    /// An empty `HashMap`, which is left out.
    Map,
    /// `Patch::Absent`, which is left out.
    Patch,
}

/// An enum of strings or integers.
#[derive(Clone, Debug)]
pub struct EnumModel {
    pub base: EnumBase,
    pub derives: Vec<Derive>,
    pub variants: Vec<EnumVariant>,
    /// `true` if it keeps values that it does not know.
    pub extensible: bool,
}

/// A variant of an [`EnumModel`].
#[derive(Clone, Debug)]
pub struct EnumVariant {
    pub name: String,
    pub value: String,
    pub docs: String,
}

/// An enum of structs.
#[derive(Clone, Debug)]
pub struct UnionModel {
    /// The property whose value selects the variant.
    pub discriminator: String,
    pub variants: Vec<UnionVariant>,
    /// `true` if its variants convert into a `Patch` of it, too.
    pub patched: bool,
}

/// A variant of a [`UnionModel`].
#[derive(Clone, Debug)]
pub struct UnionVariant {
    pub name: String,
    /// The value of the discriminator.
    pub value: String,
    pub docs: String,
    /// The struct, or the union with another discriminator.
    pub model: String,
    /// `true` if the union writes the discriminator, because the model does not.
    pub is_marked: bool,
    /// `true` if the model converts into the union. If several variants have the same model, only
    /// the first does.
    pub converts: bool,
}

/// An enum of types that the JSON value itself distinguishes.
#[derive(Clone, Debug)]
pub struct ChoiceModel {
    pub variants: Vec<ChoiceVariant>,
}

/// A variant of a [`ChoiceModel`].
#[derive(Clone, Debug)]
pub struct ChoiceVariant {
    pub name: String,
    pub kind: JsonKind,
    pub docs: String,
    pub ty: RustType,
    /// `true` if the variant holds a `Box` of the type.
    pub boxed: bool,
    /// `true` if the type converts into the choice.
    pub converts: bool,
    /// `true` if `&str` converts into it, too.
    pub from_str: bool,
    /// `true` if debug output shows it.
    pub debug: bool,
}

impl Field {
    /// Returns `true` if the value is an argument of the constructor, not a setter.
    pub fn is_argument(&self) -> bool {
        self.absent.is_none()
    }
}

impl StructModel {
    /// The fields whose values are arguments of the constructor.
    pub fn arguments(&self) -> impl Iterator<Item = &Field> {
        self.fields.iter().filter(|field| field.is_argument())
    }

    /// The fields whose values are set by setters.
    pub fn optional(&self) -> impl Iterator<Item = &Field> {
        self.fields.iter().filter(|field| !field.is_argument())
    }

    pub fn has_default(&self) -> bool {
        self.derives.contains(&Derive::Default)
    }
}
