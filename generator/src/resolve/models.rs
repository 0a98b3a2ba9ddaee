//! Models: from the types of a description to structs, enums and unions of Rust.

use super::{
    docs,
    structs::{Role, struct_model},
    types::Types,
    variants,
};
use crate::{
    model::{
        description::{TypeDefinition, TypeKind},
        package::{Model, ModelKind},
    },
    sdk::{SdkModule, SdkType},
};

/// The types that users see, then the merge patches of some of them.
pub fn models(types: &Types, sdk: &SdkModule) -> Vec<Model> {
    let public = types.public().map(|it| model(types, it, sdk.types.get(&it.name)));
    let mut models: Vec<Model> = public.collect();
    models.extend(types.patches().filter_map(|(it, name)| patch_model(types, it, name, sdk)));
    models
}

fn model(types: &Types, definition: &TypeDefinition, special: Option<&SdkType>) -> Model {
    let name = types.name(definition);
    let kind = match &definition.kind {
        TypeKind::Struct(it) => {
            let role = if types.is_error(&definition.name) { Role::Error } else { Role::Model };
            ModelKind::Struct(struct_model(types, &name, it, special, role))
        }
        TypeKind::Enum(it) => ModelKind::Enum(variants::enum_model(types, it)),
        TypeKind::Union(it) => ModelKind::Union(variants::union_model(types, &name, it)),
        TypeKind::Choice(it) => ModelKind::Choice(variants::choice_model(types, &name, it)),
    };
    Model {
        docs: model_docs(types, &name, definition),
        wire_name: definition.name.clone(),
        deprecated: definition.deprecated,
        is_error: types.is_error(&definition.name),
        kind,
        name,
    }
}

fn model_docs(types: &Types, name: &str, definition: &TypeDefinition) -> String {
    let docs = docs::markdown_or(definition.docs.as_deref(), || {
        match types.name_as_docs(name, &definition.name).is_empty() {
            true => String::new(),
            false => format!("`{}` of the description.", definition.name),
        }
    });
    let deprecated = if definition.deprecated { "\n\nDeprecated." } else { "" };
    (docs + deprecated).trim_start().to_owned()
}

/// The merge patch of a struct.
fn patch_model(
    types: &Types,
    definition: &TypeDefinition,
    name: &str,
    sdk: &SdkModule,
) -> Option<Model> {
    let TypeKind::Struct(it) = &definition.kind else { return None };
    let special = sdk.types.get(&definition.name);
    Some(Model {
        name: name.to_owned(),
        wire_name: definition.name.clone(),
        docs: format!(
            "A partial change of `{}`: unset fields stay unchanged, and `null` removes a value.",
            types.name(definition)
        ),
        deprecated: definition.deprecated,
        is_error: false,
        kind: ModelKind::Struct(struct_model(types, name, it, special, Role::Patch)),
    })
}
