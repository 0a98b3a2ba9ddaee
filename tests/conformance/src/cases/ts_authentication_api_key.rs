// Case ts-authentication_api-key.
use crate::prelude::*;
use ts_authentication_api_key as c;

pub async fn run(r: &mut Report) {
    r.case("ts-authentication_api-key");
    let client = c::TsAuthenticationApiKeyClient::new(ENDPOINT, "valid-key", None).unwrap();
    done!(r, "Authentication_ApiKey_valid", "GET /authentication/api-key/valid", client.valid());
    let client = c::TsAuthenticationApiKeyClient::new(ENDPOINT, "invalid-key", None).unwrap();
    status!(
        r,
        "Authentication_ApiKey_invalid",
        "GET /authentication/api-key/invalid",
        403,
        client.invalid()
    );
}
