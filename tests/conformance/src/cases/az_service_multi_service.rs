// Case az-service_multi-service.
use crate::prelude::*;
use az_service_multi_service as c;

pub async fn run(r: &mut Report) {
    r.case("az-service_multi-service");
    let client = c::AzServiceMultiServiceClient::new(ENDPOINT, None).unwrap();
    let of_a =
        az_service_multi_service_a::AzServiceMultiServiceAClient::new(ENDPOINT, None).unwrap();
    done!(
        r,
        "Service_MultiService_ServiceA_Foo_test",
        "GET /service/multi-service/service-a/foo/test",
        of_a.foo_client().test()
    );
    done!(
        r,
        "Service_MultiService_ServiceB_Bar_test",
        "GET /service/multi-service/service-b/bar/test",
        client.bar_client().test()
    );
}
