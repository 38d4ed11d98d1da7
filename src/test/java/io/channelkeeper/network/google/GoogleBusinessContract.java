package io.channelkeeper.network.google;

import java.util.List;
import java.util.Map;

import io.channelkeeper.network.NetworkFault;
import io.channelkeeper.network.Cause;
import io.channelkeeper.network.NetworkId;
import io.channelkeeper.network.ProviderContract;
import io.channelkeeper.network.ProviderId;

/**
 * A location by Google.
 */
class GoogleBusinessContract implements ProviderContract {

	private static final String LOCATIONS = "{\"locations\":[{\"name\":\"locations/202\",\"title\":\"Ana Kocht Bistro\",\"metadata\":{\"placeId\":\"ChIJaaaaaaaaaaaa1\",\"mapsUri\":\"https://maps.google.com/?cid=1234567\"}}]}";

	@Override
	public String title() {
		return "Google Business";
	}

	@Override
	public ProviderId provider() {
		return new ProviderId("google");
	}

	@Override
	public NetworkId network() {
		return new NetworkId("google-business");
	}

	@Override
	public Map<String, Object> settings(String address) {
		return Map.of("spring.security.oauth2.client.registration.google.client-id", "5501",
				"spring.security.oauth2.client.registration.google.client-secret", "secret",
				"spring.security.oauth2.client.provider.google.token-uri", address + "/token",
				"channelkeeper.network.google-business.account-api-url", address + "/accounts-api",
				"channelkeeper.network.google-business.information-api-url", address + "/information-api");
	}

	@Override
	public List<Answer> answers() {
		return List.of(new Answer("/token", token("https://www.googleapis.com/auth/business.manage")), new Answer(
				"/accounts-api/v1/accounts",
				"{\"accounts\":[{\"name\":\"accounts/101\",\"accountName\":\"Ana GmbH\",\"type\":\"PERSONAL\",\"role\":\"PRIMARY_OWNER\"}]}"),
				new Answer("/information-api/v1/accounts/101/locations", LOCATIONS));
	}

	@Override
	public List<Answer> profile() {
		return List.of(new Answer("/information-api/v1/locations/202",
				LOCATIONS.substring(LOCATIONS.indexOf('[') + 1, LOCATIONS.lastIndexOf(']'))));
	}

	@Override
	public String externalId() {
		return "locations/202";
	}

	@Override
	public String handle() {
		return "cid:1234567";
	}

	@Override
	public String handleInAnswers() {
		return "Ana Kocht Bistro";
	}

	@Override
	public Map<String, String> denied() {
		return Map.of("error", "access_denied");
	}

	@Override
	public List<Answer> permissionMissing() {
		return List.of(new Answer("/token", token("https://www.googleapis.com/auth/userinfo.profile")));
	}

	@Override
	public List<Answer> noChannel() {
		return List.of(new Answer("/accounts-api/v1/accounts", "{}"));
	}

	@Override
	public List<Answer> notEligible() {
		return List.of();
	}

	@Override
	public Answer codeUsed() {
		return new Answer("/token", 400, "{\"error\":\"invalid_grant\",\"error_description\":\"Bad Request\"}");
	}

	private static String token(String scope) {
		return "{\"access_token\":\"ya29.b\",\"expires_in\":3599,\"refresh_token\":\"1//s\",\"scope\":\"" + scope
				+ "\",\"token_type\":\"Bearer\"}";
	}

	@Override
	public Refusal revoked() {
		return new Refusal(new NetworkFault.TokenExpired(), new Answer("/accounts-api/v1/accounts", 401,
				"{\"error\":{\"code\":401,\"message\":\"Request had invalid authentication credentials.\",\"status\":\"UNAUTHENTICATED\"}}"));
	}

	@Override
	public Refusal channelRefused() {
		return new Refusal(new NetworkFault.ChannelLost(Cause.ROLE_LOST), new Answer(
				"/information-api/v1/accounts/101/locations", 403,
				"{\"error\":{\"code\":403,\"message\":\"The caller does not have permission\",\"status\":\"PERMISSION_DENIED\"}}"));
	}

	@Override
	public Cause absence() {
		return Cause.ROLE_LOST;
	}

}
