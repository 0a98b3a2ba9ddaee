//! The shapes of bodies in XML.

use super::imports::{Imports, ident};
use crate::model::{
    package::{Xml, XmlBodies},
    wire::{XmlNode, XmlObject, XmlProperty, XmlRoot, XmlShape},
};
use proc_macro2::{Literal, TokenStream};
use quote::quote;

/// The file with the shapes of a module.
pub fn xml(imports: &Imports, it: &Xml) -> TokenStream {
    let bodies = it.bodies.iter().map(|it| bodies(imports, it));
    let objects = it.objects.iter().map(|it| object(imports, it));
    let items = quote!(#(#bodies)* #(#objects)*);
    let uses = imports.uses();
    quote! {
        //! How the JSON of models is written in XML.

        #uses
        #items
    }
}

fn bodies(imports: &Imports, it: &XmlBodies) -> TokenStream {
    let (ty, name) = (item(imports, "Bodies"), ident(&it.name));
    let request = match &it.request {
        Some(XmlRoot { name, shape }) => {
            let (root, shape) = (item(imports, "Root"), self::shape(imports, shape));
            let namespace = match &name.namespace {
                Some((attribute, uri)) => quote!(Some((#attribute, #uri))),
                None => quote!(None),
            };
            let name = &name.name;
            quote!(Some(#root { name: #name, namespace: #namespace, shape: #shape }))
        }
        None => quote!(None),
    };
    let responses = it.responses.iter().map(|(status, it)| {
        let (status, shape) = (Literal::u16_unsuffixed(*status), shape(imports, it));
        quote!((#status, #shape))
    });
    quote! {
        pub(super) static #name: #ty = #ty { request: #request, responses: &[#(#responses),*] };
    }
}

fn object(imports: &Imports, it: &XmlObject) -> TokenStream {
    let (ty, name) = (item(imports, "Object"), ident(&it.name));
    let properties = it.properties.iter().map(|it| property(imports, it));
    let other = match &it.other {
        Some(it) => {
            let shape = shape(imports, it);
            quote!(Some(#shape))
        }
        None => quote!(None),
    };
    quote!(static #name: #ty = #ty { properties: &[#(#properties),*], other: #other };)
}

fn property(imports: &Imports, it: &XmlProperty) -> TokenStream {
    let (property, shape) = (item(imports, "Property"), shape(imports, &it.shape));
    let node = ident(match it.node {
        XmlNode::Attribute => "attribute",
        XmlNode::Element => "element",
        XmlNode::Elements => "elements",
        XmlNode::Content => "content",
    });
    let (json, name) = (&it.json, &it.name.name);
    let named = it.is_renamed.then(|| quote!(.named(#name)));
    let declaring = it.name.namespace.as_ref().map(|(name, uri)| quote!(.declaring(#name, #uri)));
    quote!(#property::#node(#json, #shape) #named #declaring)
}

fn shape(imports: &Imports, it: &XmlShape) -> TokenStream {
    let ty = item(imports, "Shape");
    match it {
        XmlShape::Boolean => quote!(#ty::Boolean),
        XmlShape::Number => quote!(#ty::Number),
        XmlShape::Text => quote!(#ty::Text),
        XmlShape::Token => quote!(#ty::Token),
        XmlShape::Object(name) => {
            let name = ident(name);
            quote!(#ty::Object(&#name))
        }
        XmlShape::Map(value) => {
            let value = shape(imports, value);
            quote!(#ty::Map(&#value))
        }
        XmlShape::List(name, item) => {
            let item = shape(imports, item);
            quote!(#ty::List(#name, &#item))
        }
    }
}

fn item(imports: &Imports, name: &str) -> TokenStream {
    imports.item("crate::runtime::xml::shape", name)
}
