//! The path of an operation: its query, its fragment and its parameters.

use super::{Lowering, parameters::Parameters};
use crate::model::{
    description::{Constraints, Parameter, Type},
    source::Place,
    wire::{Expansion, ExpansionKind, ParameterLocation, ParameterStyle},
};

impl Lowering<'_> {
    /// The path to send. A query in it becomes parameters with one value. A fragment only tells
    /// operations apart (`x-ms-paths`).
    pub fn lower_path(
        &mut self,
        place: &Place,
        path: &str,
        Parameters { parameters, refused, .. }: &mut Parameters,
    ) -> String {
        let path = path.split('#').next().unwrap_or_default();
        let (path, query) = path.split_once('?').unwrap_or((path, ""));
        for pair in query.split('&').filter(|it| !it.is_empty()) {
            let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
            let is_described = parameters
                .iter()
                .any(|it| it.location == ParameterLocation::Query && it.name == name);
            match value.contains('{') {
                false if !is_described => parameters.push(constant(place, name, value)),
                true if !is_described => {
                    let what = format!("the query {pair:?} in the path without a query parameter");
                    self.refuse(place, &what);
                }
                _ => {}
            }
        }
        let mut path = path.to_owned();
        parameters.retain(|it| match (&it.constant, it.location) {
            (Some(value), ParameterLocation::Path) if is_plain(value) => {
                path = path.replace(&format!("{{{}}}", it.name), value);
                false
            }
            _ => true,
        });
        for it in parameters.iter_mut().filter(|it| it.location == ParameterLocation::Path) {
            // A path without a whole segment would be another path.
            it.required |= path.contains(&format!("/{{{}}}", it.name));
            if !it.required && it.style.is_none() {
                let simple = Expansion { kind: ExpansionKind::Simple, explode: false };
                it.style = Some(ParameterStyle::Expanded(simple));
                it.ty = it.ty.clone().as_written();
            }
        }
        self.check_path(place, &path, parameters, refused);
        path
    }

    /// Checks that the names in braces are exactly the path parameters.
    fn check_path(
        &mut self,
        place: &Place,
        path: &str,
        parameters: &[Parameter],
        refused: &[String],
    ) {
        let named: Vec<&str> =
            path.split('{').skip(1).filter_map(|it| Some(it.split_once('}')?.0)).collect();
        let mut described = parameters.iter().filter(|it| it.location == ParameterLocation::Path);
        for name in &named {
            let is_refused = refused.iter().any(|it| it == name);
            if !is_refused && !described.clone().any(|it| it.name == *name) {
                self.problem(
                    place,
                    format!("the path has {{{name}}}, but there is no such path parameter"),
                );
            }
        }
        if let Some(extra) = described.find(|it| !named.contains(&it.name.as_str())) {
            self.problem(&extra.place, format!("the path {path:?} has no {{{}}}", extra.name));
        }
    }
}

fn constant(place: &Place, name: &str, value: &str) -> Parameter {
    Parameter {
        name: name.to_owned(),
        client_name: None,
        place: place.clone(),
        docs: None,
        deprecated: false,
        location: ParameterLocation::Query,
        required: true,
        ty: Type::String(None),
        style: None,
        constant: Some(value.to_owned()),
        constraints: Constraints::default(),
        media_type: None,
    }
}

/// Returns `true` if a value needs no encoding in a path.
fn is_plain(text: &str) -> bool {
    let plain = |it: char| it.is_ascii_alphanumeric() || "-._~".contains(it);
    text.chars().all(plain) && !matches!(text, "" | "." | "..")
}
