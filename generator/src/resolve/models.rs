//! Models: from the types of a description to structs, enums and unions of Rust.

use super::{
    docs,
    names::{NamePool, field_name, serde_camel_case, type_name},
    types::{self, Types},
    variants,
};
use crate::{
    model::{
        description::{Operation, Property, Struct, Tag, Type, TypeDefinition, TypeKind},
        package::{
            AdditionalProperties, Field, Model, ModelKind, PageModel, Presence, RustType,
            StructModel, StructTags, TagField,
        },
    },
    sdk::{SdkModule, SdkType},
};

/// The models that users see, and the pages that only the pager sees.
pub fn models(types: &Types, sdk: &SdkModule) -> Vec<Model> {
    let public = types.public().map(|it| model(types, it, sdk.types.get(&it.name)));
    let mut models: Vec<Model> = public.collect();
    models.extend(types.patches().filter_map(|(it, name)| patch_model(types, it, name, sdk)));
    for operation in &types.api.operations {
        if let Some((name, page, definition)) = page(types, operation)
            && models.iter().all(|model| model.name != name)
        {
            models.push(Model {
                name,
                wire_name: definition.name.clone(),
                docs: String::new(),
                deprecated: false,
                kind: ModelKind::Page(page),
            });
        }
    }
    models
}

/// The page of an operation that lists, and the name of its model.
pub fn page<'a>(
    types: &Types<'a>,
    operation: &Operation,
) -> Option<(String, PageModel, &'a TypeDefinition)> {
    let paging = operation.paging.as_ref()?;
    let (definition, name) = types.page(operation)?;
    let TypeKind::Struct(it) = &definition.kind else { return None };
    let items = it.properties.iter().find(|it| it.name == paging.items)?;
    let Type::Array(item) = &items.ty else { return None };
    let page = PageModel {
        items: items.name.clone(),
        items_required: items.required,
        item: types.rust(item),
        next_link: paging.next_link.clone(),
    };
    Some((name.to_owned(), page, definition))
}

/// The model of a type.
fn model(types: &Types, definition: &TypeDefinition, special: Option<&SdkType>) -> Model {
    let name = name_of(types, definition);
    let kind = match &definition.kind {
        TypeKind::Struct(it) => {
            ModelKind::Struct(struct_model(types, &name, it, special, Role::Model))
        }
        TypeKind::Enum(it) => ModelKind::Enum(variants::enum_model(it)),
        TypeKind::Union(it) => ModelKind::Union(variants::union_model(types, it)),
        TypeKind::Choice(it) => ModelKind::Choice(variants::choice_model(types, it)),
    };
    Model {
        docs: docs::markdown_or(definition.docs.as_deref(), || {
            format!("`{}` of the description.", definition.name)
        }) + if definition.deprecated { "\n\nDeprecated." } else { "" },
        wire_name: definition.name.clone(),
        deprecated: definition.deprecated,
        kind,
        name,
    }
}

/// What the name of a call's body ends with.
pub const BODY: &str = "Body";

/// The body of a call whose fields are arguments and setters.
pub fn body_model(
    types: &Types,
    definition: &TypeDefinition,
    special: Option<&SdkType>,
    call: &str,
    is_patch: bool,
) -> Model {
    let TypeKind::Struct(it) = &definition.kind else { unreachable!("only structs are flattened") };
    let sent = it.properties.iter().filter(|it| !it.read_only).cloned();
    let sent = Struct {
        properties: sent.map(|it| Property { write_only: false, ..it }).collect(),
        additional_properties: None,
        tags: it.tags.clone(),
    };
    let role = if is_patch { Role::PatchBody } else { Role::Model };
    let name = format!("{call}{BODY}");
    let mut body = struct_model(types, &name, &sent, special, role);
    body.default = body.fields.iter().all(has_default);
    Model {
        name,
        wire_name: definition.name.clone(),
        docs: format!("Body of [`{call}`], `{}` in the description.", definition.name),
        deprecated: false,
        kind: ModelKind::Struct(body),
    }
}

/// What changes a struct in part, as merge patches do.
fn patch_model(
    types: &Types,
    definition: &TypeDefinition,
    name: &str,
    sdk: &SdkModule,
) -> Option<Model> {
    let TypeKind::Struct(it) = &definition.kind else { return None };
    let properties = it.properties.iter().filter(|it| !it.read_only).cloned().collect();
    let it = Struct { properties, ..it.clone() };
    let special = sdk.types.get(&definition.name);
    let patch = struct_model(types, name, &it, special, Role::Patch);
    Some(Model {
        name: name.to_owned(),
        wire_name: definition.name.clone(),
        docs: format!(
            "A change of a part of `{}`: what is not set stays, and `null` removes.",
            name_of(types, definition)
        ),
        deprecated: definition.deprecated,
        kind: ModelKind::Struct(patch),
    })
}

fn has_default(field: &Field) -> bool {
    use RustType::{Enum, IntegerEnum, Overlay, Struct, Timestamp, Union};
    let is_plain = !matches!(
        field.ty,
        Enum { .. } | IntegerEnum(_) | Overlay(_) | Struct(_) | Timestamp(_) | Union(_)
    );
    field.presence != Presence::Required || is_plain
}

pub fn name_of(types: &Types, definition: &TypeDefinition) -> String {
    let ty = types.rust(&Type::Named(definition.name.clone()));
    types::name_of(Some(&ty), &definition.name)
}

fn struct_model(
    types: &Types,
    name: &str,
    it: &Struct,
    special: Option<&SdkType>,
    role: Role,
) -> StructModel {
    // `new` is the constructor's name, and setters have the names of their fields.
    let mut scope = NamePool::with(&["new"]);
    let mut fields: Vec<Field> = Vec::with_capacity(it.properties.len());
    for property in &it.properties {
        fields.push(Field {
            name: scope.claim(property_name(property, special)),
            wire_name: property.name.clone(),
            rename: false,
            docs: property_docs(types, property),
            ty: if role.is_patch() {
                types.patched(&property.ty)
            } else {
                types.rust(&property.ty)
            },
            presence: role.presence(property),
            boxed: false,
            debug: is_shown(types, property, special),
        });
    }
    let camel_case = fields.iter().any(|field| {
        field.wire_name != field.name && field.wire_name == serde_camel_case(&field.name)
    });
    for field in &mut fields {
        let by_serde = if camel_case { serde_camel_case(&field.name) } else { field.name.clone() };
        field.rename = field.wire_name != by_serde;
    }
    let additional = it.additional_properties.as_ref().map(|ty| AdditionalProperties {
        name: scope.claim("additional_properties".to_owned()),
        ty: if role.is_patch() { types.removable(ty) } else { types.rust(ty) },
    });
    let asked = |field: &Field| matches!(field.presence, Presence::Required | Presence::Nullable);
    let default = !fields.iter().any(asked);
    let tags = struct_tags(name, it, &mut scope);
    StructModel { fields, camel_case, additional, tags, default }
}

/// How the properties that have one value are written in the struct `name`.
fn struct_tags(name: &str, it: &Struct, scope: &mut NamePool) -> StructTags {
    match it.tags.as_slice() {
        [] => StructTags::None,
        [tag] if it.additional_properties.is_none() => {
            StructTags::Serde { property: tag.property.clone(), value: tag.value.clone() }
        }
        tags => {
            let field = |tag: &Tag| TagField {
                name: scope.claim(field_name(&tag.property)),
                wire_name: tag.property.clone(),
                value: tag.value.clone(),
                ty: format!("{name}{}", type_name(&tag.property)),
            };
            StructTags::Fields(tags.iter().map(field).collect())
        }
    }
}

/// What the description says of the property, or else of its type.
fn property_docs(types: &Types, property: &Property) -> String {
    let of_type = || types.api.definition(property.ty.name()?)?.docs.as_deref();
    let text = property.docs.as_deref().or_else(of_type);
    let docs = docs::markdown_or(text, || format!("`{}`.", property.name));
    docs + &docs::constraints(&property.constraints)
}

/// The name that `sdk.yaml`, the description or the wire gives, in this order.
fn property_name(property: &Property, special: Option<&SdkType>) -> String {
    let chosen = special.and_then(|special| special.fields.get(&property.name));
    let name = chosen.or(property.client_name.as_ref()).unwrap_or(&property.name);
    field_name(name)
}

/// What a struct is for.
#[derive(Clone, Copy, PartialEq)]
enum Role {
    /// To be given and received as a whole.
    Model,
    /// A merge patch whose required properties are given.
    PatchBody,
    /// A part of a merge patch.
    Patch,
}

impl Role {
    fn is_patch(self) -> bool {
        self != Self::Model
    }

    fn presence(self, property: &Property) -> Presence {
        match self {
            Self::Model => plain_presence(property),
            Self::PatchBody if property.required => Presence::Required,
            Self::PatchBody | Self::Patch => Presence::Patch,
        }
    }
}

fn plain_presence(property: &Property) -> Presence {
    match &property.ty {
        // The service does not give it back.
        _ if property.write_only => Presence::Optional,
        _ if property.required && property.nullable => Presence::Nullable,
        _ if property.required => Presence::Required,
        Type::Array(_) | Type::Map(_) => Presence::Collection,
        _ => Presence::Optional,
    }
}

/// Debug output shows what tells values apart and says nothing about people: ids, enums, numbers
/// and timestamps. Models look after their own fields.
fn is_shown(types: &Types, property: &Property, special: Option<&SdkType>) -> bool {
    let chosen = special.is_some_and(|special| special.debug.contains(&property.name));
    let is_id = property.name == "id" || property.name.ends_with("Id");
    // The derive of `SafeDebug` names its formatter `f`.
    property.name != "f" && (chosen || shows(&types.rust(&property.ty), is_id))
}

pub fn shows(ty: &RustType, is_id: bool) -> bool {
    match ty {
        RustType::Vec(item) => shows(item, is_id),
        RustType::String => is_id,
        RustType::Option(value) => shows(value, is_id),
        RustType::Any | RustType::Bytes | RustType::BytesUrl | RustType::Map(_) => false,
        _ => true,
    }
}
