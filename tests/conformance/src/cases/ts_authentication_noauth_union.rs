// Case ts-authentication_noauth_union.
use crate::prelude::*;
use ts_authentication_noauth_union as c;

pub async fn run(r: &mut Report) {
    r.case("ts-authentication_noauth_union");
    let client = c::TsAuthenticationNoauthUnionClient::new(ENDPOINT, token(), None).unwrap();
    done!(
        r,
        "Authentication_Noauth_Union_validNoAuth",
        "GET /authentication/noauth/union/valid",
        client.valid_no_auth()
    );
    done!(
        r,
        "Authentication_Noauth_Union_validToken",
        "GET /authentication/noauth/union/validtoken",
        client.valid_token()
    );
}
