// Case ts-authentication_oauth2.
use crate::prelude::*;
use ts_authentication_oauth2 as c;

pub async fn run(r: &mut Report) {
    r.case("ts-authentication_oauth2");
    let client = c::TsAuthenticationOauth2Client::new(ENDPOINT, token(), None).unwrap();
    done!(r, "Authentication_OAuth2_valid", "GET /authentication/oauth2/valid", client.valid());
    status!(
        r,
        "Authentication_OAuth2_invalid",
        "GET /authentication/oauth2/invalid",
        403,
        client.invalid()
    );
}
