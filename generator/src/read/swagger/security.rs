//! Security schemes.

use super::{Conversion, Object};
use crate::read::moves::below;
use serde_json::Value;

impl Conversion<'_> {
    pub(super) fn security_schemes(&mut self, schemes: &Object) -> Value {
        self.moves.moved("/securityDefinitions", "/components/securitySchemes");
        let mut converted = Object::new();
        for (name, scheme) in schemes {
            if let Value::Object(scheme) = scheme {
                let from = below("/securityDefinitions", [name]);
                let to = below("/components/securitySchemes", [name]);
                converted.insert(name.clone(), self.security_scheme(scheme, &from, &to).into());
            }
        }
        converted.into()
    }

    fn security_scheme(&mut self, scheme: &Object, from: &str, to: &str) -> Object {
        let mut converted = scheme.clone();
        match scheme.get("type").and_then(Value::as_str) {
            Some("basic") => {
                converted.insert("type".to_owned(), "http".into());
                converted.insert("scheme".to_owned(), "basic".into());
            }
            Some("oauth2") => {
                let name = match scheme.get("flow").and_then(Value::as_str) {
                    Some("application") => "clientCredentials",
                    Some("accessCode") => "authorizationCode",
                    Some(same) => same,
                    None => return converted,
                };
                converted.shift_remove("flow");
                self.moves.added(&below(to, ["flows"]), &below(from, ["flow"]));
                let mut flow = Object::new();
                for field in ["authorizationUrl", "tokenUrl", "scopes"] {
                    if let Some(value) = converted.shift_remove(field) {
                        self.moves.moved(&below(from, [field]), &below(to, ["flows", name, field]));
                        flow.insert(field.to_owned(), value);
                    }
                }
                let flows = Object::from_iter([(name.to_owned(), flow.into())]);
                converted.insert("flows".to_owned(), flows.into());
            }
            _ => {}
        }
        converted
    }
}
