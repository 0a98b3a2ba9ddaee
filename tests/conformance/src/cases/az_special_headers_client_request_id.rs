// Case az-azure_special-headers_client-request-id.
use crate::prelude::*;
use az_special_headers_client_request_id as c;

pub async fn run(r: &mut Report) {
    r.case("az-azure_special-headers_client-request-id");
    let client = c::AzSpecialHeadersClientRequestIdClient::new(ENDPOINT, None).unwrap();
    hand!(
        r,
        "Azure_SpecialHeaders_XmsClientRequestId",
        "GET /azure/special-headers/x-ms-client-request-id",
        {
            let id = azure_core::http::request::options::ClientRequestId::new(
                "123e4567-e89b-12d3-a456-426614174000".to_owned(),
            );
            let context = azure_core::http::Context::new().with_value(id);
            let response = client.get().context(context).response().await?;
            let got = response.headers().get_optional_str(&"x-ms-client-request-id".into());
            ensure(got == Some("123e4567-e89b-12d3-a456-426614174000"), format!("{got:?}"))?;
        }
    );
}
