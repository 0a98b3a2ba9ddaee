//! Pages of lists, which only the pager sees.

use super::{
    imports::{Imports, ident},
    structs::codec,
};
use crate::model::package::{Model, PageModel, RustType};
use proc_macro2::TokenStream;
use quote::quote;

/// The struct that a page is read into.
pub fn page(imports: &Imports, model: &Model, it: &PageModel) -> TokenStream {
    let name = ident(&model.name);
    let text = format!(" One page, `{}` in the description.", model.wire_name);
    let deserialize = imports.item("serde", "Deserialize");
    let collection = imports.item("crate::runtime::pager", "Collection");
    let items = imports.ty(&RustType::Vec(Box::new(it.item.clone())));
    let item = imports.ty(&it.item);
    let mut attributes = Vec::new();
    if it.items != "value" {
        let items = &it.items;
        attributes.push(quote!(rename = #items));
    }
    if !it.items_required {
        attributes.push(quote!(default));
    }
    if let Some(codec) = codec(&it.item) {
        let deserialize = format!("{codec}::deserialize");
        imports.mention(&deserialize);
        attributes.push(quote!(deserialize_with = #deserialize));
    } else if !it.items_required {
        imports.item("crate::runtime::wire", "null_is_default");
        attributes.push(quote!(deserialize_with = "null_is_default"));
    }
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
        #[doc = #text]
        #[derive(#deserialize)]
        pub(crate) struct #name {
            #items_attribute
            value: #items,
            #link_field
        }

        impl #collection for #name {
            type Item = #item;

            fn into_parts(self) -> (#items, Option<String>) {
                (self.value, #link)
            }
        }
    }
}
