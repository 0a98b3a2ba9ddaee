//! Types as generated files show them, for comparing crates.

use super::{imports::Imports, outcomes, values};
use crate::model::package::{InputType, Module, Output, RustType};
use proc_macro2::TokenStream;
use syn::parse_quote;

/// The type of an argument or a setter.
pub fn input(module: &Module, ty: &InputType) -> String {
    text(&values::input_type(&Imports::of_signature(module), ty))
}

/// The type that an awaited call resolves to, if that is a single value.
pub fn output(module: &Module, it: &Output) -> String {
    text(&outcomes::output(&Imports::of_signature(module), it).0)
}

/// A type by itself.
pub fn ty(module: &Module, ty: &RustType) -> String {
    text(&Imports::of_signature(module).ty(ty))
}

/// The tokens, formatted on one line.
fn text(tokens: &TokenStream) -> String {
    let text = prettyplease::unparse(&parse_quote!(type T = #tokens;));
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    text.trim_start_matches("type T = ").trim_end_matches(';').to_owned()
}
