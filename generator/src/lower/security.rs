//! How requests are authorized.

use super::Lowering;
use crate::model::{
    description::{Requirement, Security},
    source::Place,
    wire::ParameterLocation,
};
use openapiv3::{APIKeyLocation, OAuth2Flows, SecurityRequirement, SecurityScheme};

impl Lowering<'_> {
    /// The ways to authorize that the `security` at a place offers, of which any will do. Those
    /// that cannot be had are reported only when there is no other.
    pub fn lower_security(&mut self, entry: &Place, place: &Place) -> Vec<Requirement> {
        let requirements: Vec<SecurityRequirement> = self.get(place).unwrap_or_default();
        let schemes = entry.child("components").child("securitySchemes");
        let mut offered = Vec::new();
        let mut refused = Vec::new();
        for (index, requirement) in requirements.iter().enumerate() {
            let mut together = Vec::new();
            let mut is_whole = true;
            for (name, scopes) in requirement {
                match self.resolve::<SecurityScheme>(&schemes.child(name)) {
                    Some((_, scheme)) => match lower_scheme(scheme, scopes) {
                        Ok(security) => {
                            together.push(security);
                            continue;
                        }
                        Err(what) => refused.push(what),
                    },
                    None => {
                        let message = format!("the security scheme {name:?} is not defined");
                        self.problem(&place.child(index), message);
                    }
                }
                is_whole = false;
            }
            if is_whole {
                offered.push(together);
            }
        }
        if offered.is_empty() {
            for what in refused {
                self.refuse(place, &what);
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
                APIKeyLocation::Cookie => ParameterLocation::Cookie,
            };
            Ok(Security::Key { location, name })
        }
        SecurityScheme::HTTP { scheme, .. } => match &*scheme.to_ascii_lowercase() {
            "bearer" => Ok(Security::Bearer { scopes: scopes.to_vec() }),
            "basic" => Ok(Security::Basic),
            _ => Err(format!("HTTP authentication {scheme:?}")),
        },
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
    let mut all: Vec<String> = Vec::new();
    for scope in scopes.into_iter().flatten().flat_map(|it| it.keys()) {
        if !all.contains(scope) {
            all.push(scope.clone());
        }
    }
    all
}
