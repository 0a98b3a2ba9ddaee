//! Pages of lists, private to the crate.

use super::{
    codecs,
    docs::docs,
    imports::{Imports, ident},
};
use crate::model::package::{Model, PageModel};
use proc_macro2::TokenStream;
use quote::quote;

/// The struct that a page is read into.
pub fn page(imports: &Imports, model: &Model, it: &PageModel) -> TokenStream {
    let name = ident(&model.name);
    let text = docs(&model.docs);
    let deserialize = imports.item("serde", "Deserialize");
    let collection = imports.item("crate::runtime::pager", "Collection");
    let item = imports.ty(&it.item);
    let mut attributes = Vec::new();
    if it.rename {
        let items = &it.items;
        attributes.push(quote!(rename = #items));
    }
    if it.default {
        attributes.push(quote!(default));
    }
    attributes.extend(it.codec.map(|codec| codecs::of_field(imports, codec)));
    let items_attribute = (!attributes.is_empty()).then(|| quote!(#[serde(#(#attributes),*)]));
    let (link_field, link) = match &it.next_link {
        Some(link) => (
            Some(quote! {
                #[serde(rename = #link)]
                next_link: Option<String>,
            }),
            quote!(self.next_link),
        ),
        None => (None, quote!(None)),
    };
    quote! {
        #text
        #[derive(#deserialize)]
        pub(crate) struct #name {
            #items_attribute
            value: Vec<#item>,
            #link_field
        }

        impl #collection for #name {
            type Item = #item;

            fn into_parts(self) -> (Vec<#item>, Option<String>) {
                (self.value, #link)
            }
        }
    }
}
