//! The file of the models.

use super::{
    choices,
    docs::docs,
    enums,
    imports::{Imports, ident},
    structs, unions,
};
use crate::model::package::{Model, ModelKind, Module};
use proc_macro2::TokenStream;
use quote::quote;

/// `models` of this module.
pub fn models(imports: &Imports, module: &Module) -> TokenStream {
    let items: Vec<TokenStream> = module
        .models
        .iter()
        .map(|model| {
            let items = items(imports, model);
            let of = model.is_error.then(|| of_error(imports, model));
            quote!(#items #of)
        })
        .collect();
    let uses = imports.uses();
    quote!(#uses #(#items)*)
}

fn items(imports: &Imports, model: &Model) -> TokenStream {
    match &model.kind {
        ModelKind::Struct(it) => structs::public_struct(imports, model, it),
        ModelKind::Enum(it) => enums::known_values(imports, model, it),
        ModelKind::Union(it) => unions::union(imports, model, it),
        ModelKind::Choice(it) => choices::choice(imports, model, it),
    }
}

/// The function that finds the model in an error.
fn of_error(imports: &Imports, model: &Model) -> TokenStream {
    let name = ident(&model.name);
    let text = docs(OF);
    let error = imports.item("azure_core", "Error");
    let body = imports.function("failure", "body");
    quote! {
        impl #name {
            #text
            pub fn of(error: &#error) -> Option<Self> {
                #body(error)
            }
        }
    }
}

const OF: &str = "\
Reads the body of the error response that `error` is, or has among its sources. Returns `None` if there \
is no response, or if its body is something else.";
