//! Lists: how their calls are made, and the methods of their builders.

use super::{
    builders::final_state,
    codecs,
    docs::docs,
    imports::{Imports, ident},
};
use crate::model::package::List;
use proc_macro2::TokenStream;
use quote::quote;

/// The type around the call in the builder.
pub fn around(imports: &Imports, list: &List) -> TokenStream {
    match list.begun {
        Some(_) => imports.item("crate::runtime::long_running_list", "LongRunningList"),
        None => imports.item("crate::runtime::pager", "List"),
    }
}

/// The call in the builder.
pub fn inner(list: &List) -> TokenStream {
    match list.begun {
        Some(_) => quote!(self.0.list.call),
        None => quote!(self.0.call),
    }
}

/// The arguments of the builder's inner type, after the call.
pub fn arguments(imports: &Imports, list: &List) -> TokenStream {
    let List { items, required, next_link, .. } = list;
    let layout = imports.item("crate::runtime::page", "Layout");
    let begun = list.begun.as_ref().map(|begun| {
        let final_state = final_state(imports, begun.final_state);
        quote!(, #final_state)
    });
    quote! {
        &#layout { items: &[#(#items),*], required: #required, next_link: &[#(#next_link),*] }
        #begun
    }
}

/// The list as a stream of items or of pages.
pub fn stream(imports: &Imports, list: &List, by_page: bool) -> TokenStream {
    let of = if by_page { "Pages" } else { "Items" };
    let (ty, item) = (imports.item("crate::runtime::pager", of), imports.ty(&list.item));
    let name = of.to_lowercase();
    let begins = match list.begun {
        Some(_) => " Polling it begins the operation, and waits for its end.",
        None => "",
    };
    let text = docs(&format!("Returns the list as a stream of {name}.{begins}"));
    let stream = match list.item.codec() {
        Some(codec) => {
            let (module, codec) = codecs::overlay(codec);
            let (function, codec) =
                (ident(&format!("encoded_{name}")), imports.item(module, codec));
            quote!(#function::<#codec, _>())
        }
        None => {
            let name = ident(&name);
            quote!(#name())
        }
    };
    let name = ident(&name);
    quote! {
        #text
        pub fn #name(self) -> #ty<#item> {
            self.0.#stream
        }
    }
}
