//! The file of the models.

use super::{choices, enums, pages, scope::Scope, structs, unions};
use crate::model::package::{ModelKind, Module};
use proc_macro2::TokenStream;
use quote::quote;

/// `models` of this module.
pub fn models(module: &Module) -> TokenStream {
    let scope = &Scope::of_models(module);
    let items: Vec<TokenStream> = module
        .models
        .iter()
        .map(|model| match &model.kind {
            ModelKind::Struct(it) => structs::public_struct(scope, model, it),
            ModelKind::Enum(it) => enums::known_values(scope, model, it),
            ModelKind::Union(it) => unions::union(scope, model, it),
            ModelKind::Choice(it) => choices::choice(scope, model, it),
            ModelKind::Page(it) => pages::page(scope, model, it),
        })
        .collect();
    let uses = scope.uses();
    quote!(#uses #(#items)*)
}
