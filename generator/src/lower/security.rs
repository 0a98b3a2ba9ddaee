//! How requests are authorized.

use super::Lowering;
use crate::model::{
    api::{ParameterLocation, Security},
    source::Place,
};
use openapiv3::{APIKeyLocation, OAuth2Flows, SecurityRequirement, SecurityScheme};

impl Lowering<'_> {
    /// The ways that the description offers, of which any will do. Those that cannot be had are
    /// reported only when there is no other.
    pub fn lower_security(&mut self, entry: &Place) -> Vec<Security> {
        let place = entry.child("security");
        let requirements: Vec<SecurityRequirement> = self.get(&place).unwrap_or_default();
        let schemes = entry.child("components").child("securitySchemes");
        let mut offered = Vec::new();
        let mut refused = Vec::new();
        for requirement in &requirements {
            // Nothing at all is a way too, and every other is better.
            let mut names = requirement.iter();
            let Some((name, scopes)) = names.next() else { continue };
            if names.next().is_some() {
                refused.push("several security schemes at once".to_owned());
                continue;
            }
            match self.resolve::<SecurityScheme>(&schemes.child(name)) {
                Some((_, scheme)) => match lower_scheme(scheme, scopes) {
                    Ok(security) => offered.push(security),
                    Err(what) => refused.push(what),
                },
                None => refused.push(format!("the security scheme {name:?} that is not defined")),
            }
        }
        if offered.is_empty() {
            for what in refused {
                self.refuse(&place, &what);
            }
        }
        offered
    }
}

fn lower_scheme(scheme: SecurityScheme, scopes: &[String]) -> Result<Security, String> {
    match scheme {
        SecurityScheme::APIKey { location, name, .. } => {
            let location = match location {
                APIKeyLocation::Header => ParameterLocation::Header,
                APIKeyLocation::Query => ParameterLocation::Query,
                APIKeyLocation::Cookie => return Err("a key in a cookie".to_owned()),
            };
            Ok(Security::Key { location, name })
        }
        SecurityScheme::HTTP { scheme, .. } if scheme.eq_ignore_ascii_case("bearer") => {
            Ok(Security::Bearer { scopes: scopes.to_vec() })
        }
        SecurityScheme::HTTP { scheme, .. } => Err(format!("HTTP authentication {scheme:?}")),
        SecurityScheme::OAuth2 { flows, .. } => {
            let scopes = if scopes.is_empty() { scopes_of(&flows) } else { scopes.to_vec() };
            Ok(Security::Bearer { scopes })
        }
        SecurityScheme::OpenIDConnect { .. } => Ok(Security::Bearer { scopes: scopes.to_vec() }),
    }
}

fn scopes_of(flows: &OAuth2Flows) -> Vec<String> {
    let scopes = [
        flows.implicit.as_ref().map(|it| &it.scopes),
        flows.password.as_ref().map(|it| &it.scopes),
        flows.client_credentials.as_ref().map(|it| &it.scopes),
        flows.authorization_code.as_ref().map(|it| &it.scopes),
    ];
    scopes.into_iter().flatten().flat_map(|it| it.keys().cloned()).collect()
}
