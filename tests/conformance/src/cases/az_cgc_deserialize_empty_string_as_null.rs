// Case az-azure_client-generator-core_deserialize-empty-string-as-null.
use crate::prelude::*;
use az_cgc_deserialize_empty_string_as_null as c;

pub async fn run(r: &mut Report) {
    r.case("az-azure_client-generator-core_deserialize-empty-string-as-null");
    let client = c::AzCgcDeserializeEmptyStringAsNullClient::new(ENDPOINT, None).unwrap();
    same!(
        r,
        "Azure_ClientGenerator_Core_DeserializeEmptyStringAsNull_get",
        "GET /azure/client-generator-core/deserialize-empty-string-as-null/responseModel",
        client.get(),
        json!({"sampleUrl": ""})
    );
}
