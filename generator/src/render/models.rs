//! The file of the models.

use super::{choices, enums, imports::Imports, pages, structs, unions};
use crate::model::package::{ModelKind, Module};
use proc_macro2::TokenStream;
use quote::quote;

/// `models` of this module.
pub fn models(imports: &Imports, module: &Module) -> TokenStream {
    let items: Vec<TokenStream> = module
        .models
        .iter()
        .map(|model| match &model.kind {
            ModelKind::Struct(it) => structs::public_struct(imports, model, it),
            ModelKind::Enum(it) => enums::known_values(imports, model, it),
            ModelKind::Union(it) => unions::union(imports, model, it),
            ModelKind::Choice(it) => choices::choice(imports, model, it),
            ModelKind::Page(it) => pages::page(imports, model, it),
        })
        .collect();
    let uses = imports.uses();
    quote!(#uses #(#items)*)
}
