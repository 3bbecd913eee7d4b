package dev.benchtop.storage.oci;

class LayoutContractTest extends OciContract {

	@Override
	String publish(TestArtifact content) throws Exception {
		content.layout(local.resolve("layout"), "v1");
		return "layout:layout:v1";
	}
}
