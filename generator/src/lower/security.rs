//! How requests are authorized.

use super::Lowering;
use crate::{
    diagnostics::Scope,
    model::{
        description::{Requirement, Security},
        source::Place,
        wire::ParameterLocation,
    },
    read::Node,
};
use serde_json::Value;

impl<'a> Lowering<'a> {
    /// The requirements in the `security` of `owner`; any one of them authorizes a request. Those
    /// that are not supported are reported only if no other is left.
    pub fn lower_security(&mut self, entry: &Node<'a>, owner: &Node<'a>) -> Vec<Requirement> {
        let schemes =
            Place::root(entry.place.file.clone()).child("components").child("securitySchemes");
        let mut offered = Vec::new();
        let mut refused = Vec::new();
        for requirement in owner.items("security") {
            let mut together = Vec::new();
            let mut is_whole = true;
            for (name, scopes) in requirement.into_entries() {
                let scheme = self.documents.node(schemes.child(name));
                match scheme.and_then(|it| self.resolve(it)) {
                    Some(scheme) => match lower_scheme(&scheme, texts(scopes.value)) {
                        Ok(security) => {
                            together.push(security);
                            continue;
                        }
                        Err(what) => refused.push(what),
                    },
                    None => refused.push(format!("the undefined security scheme {name:?}")),
                }
                is_whole = false;
            }
            if is_whole {
                offered.push(together);
            }
        }
        if offered.is_empty() {
            for what in refused {
                let place = owner.place.child("security");
                self.within(Scope::Authorization, |it| it.refuse(&place, &what));
            }
        }
        offered
    }
}

fn lower_scheme(scheme: &Node, scopes: Vec<String>) -> Result<Security, String> {
    let text = |key| scheme.text(key).unwrap_or_default();
    match text("type") {
        "apiKey" => {
            let location = match text("in") {
                "query" => ParameterLocation::Query,
                "cookie" => ParameterLocation::Cookie,
                _ => ParameterLocation::Header,
            };
            Ok(Security::Key { location, name: text("name").to_owned() })
        }
        "http" => match &*text("scheme").to_ascii_lowercase() {
            "bearer" => Ok(Security::Bearer { scopes }),
            "basic" => Ok(Security::Basic),
            "" | "digest" | "negotiate" | "mutual" | "hoba" | "scram-sha-256" => {
                Err(format!("HTTP authentication {:?}", text("scheme")))
            }
            // The name of a scheme is not case-sensitive, but servers have their own spelling.
            _ => Ok(Security::Scheme(text("scheme").to_owned())),
        },
        // The user's transport has the certificate.
        "mutualTLS" => Err("mutual TLS".to_owned()),
        "oauth2" if scopes.is_empty() => Ok(Security::Bearer { scopes: scopes_of(scheme) }),
        _ => Ok(Security::Bearer { scopes }),
    }
}

/// The scopes of all flows of an OAuth 2.0 scheme.
fn scopes_of(scheme: &Node) -> Vec<String> {
    let flows = ["implicit", "password", "clientCredentials", "authorizationCode"];
    let scopes = flows.iter().filter_map(|flow| {
        scheme.value.get("flows")?.get(flow)?.get("scopes").and_then(Value::as_object)
    });
    let mut all: Vec<String> = Vec::new();
    for scope in scopes.flat_map(|it| it.keys()) {
        if !all.contains(scope) {
            all.push(scope.clone());
        }
    }
    all
}

fn texts(list: &Value) -> Vec<String> {
    let items = list.as_array().into_iter().flatten();
    items.filter_map(Value::as_str).map(str::to_owned).collect()
}
