package practice.google;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import practice.google.GoogleWorld.BusinessLocation;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Accounts and places of practice Google Business; both lists come in pages.
 */
@RestController
class BusinessController {

	private static final Set<String> FIELDS = Set.of("name", "title", "storefrontAddress", "metadata", "websiteUri",
			"phoneNumbers", "languageCode", "storeCode", "categories", "openInfo", "profile");

	private final GoogleWorld world;

	private final GoogleGate gate;

	BusinessController(GoogleWorld world, GoogleGate gate) {
		this.world = world;
		this.gate = gate;
	}

	@GetMapping("/google/api/account/v1/accounts")
	Map<String, Object> accounts(@RequestParam(defaultValue = "20") int pageSize,
			@RequestParam(required = false) @Nullable String pageToken, HttpServletRequest request) {
		GooglePerson person = person(request);
		return page("accounts", person.accounts.stream().map(this.world::account).toList(), Math.min(pageSize, 20),
				pageToken, (account) -> Map.of("name", account.name, "accountName", account.accountName, "type",
						account.type, "role", account.role, "verificationState", "UNVERIFIED"));
	}

	@GetMapping("/google/api/information/v1/accounts/{number}/locations")
	Map<String, Object> locations(@PathVariable String number,
			@RequestParam(required = false) @Nullable String readMask, @RequestParam(defaultValue = "10") int pageSize,
			@RequestParam(required = false) @Nullable String pageToken, HttpServletRequest request) {
		GooglePerson person = person(request);
		String name = "accounts/" + number;
		if (!person.accounts.contains(name) || this.world.account(name).denied) {
			throw GoogleException.permissionDenied();
		}
		Set<String> fields = fields(readMask);
		return page("locations", this.world.account(name).locations, Math.min(pageSize, 100), pageToken, (location) -> {
			Map<String, Object> item = item(location);
			item.keySet().retainAll(fields);
			return item;
		});
	}

	@GetMapping("/google/api/information/v1/locations/{number}")
	Map<String, Object> location(@PathVariable String number, @RequestParam(required = false) @Nullable String readMask,
			HttpServletRequest request) {
		GooglePerson person = person(request);
		Map<String, Object> item = person.accounts.stream()
			.map(this.world::account)
			.filter((account) -> !account.denied)
			.flatMap((account) -> account.locations.stream())
			.filter((location) -> location.name().endsWith("locations/" + number))
			.findFirst()
			.map(BusinessController::item)
			.orElseThrow(GoogleException::permissionDenied);
		item.keySet().retainAll(fields(readMask));
		return item;
	}

	private static Set<String> fields(@Nullable String readMask) {
		Set<String> fields = (readMask != null) ? Set.copyOf(Arrays.asList(readMask.split(","))) : Set.of();
		if (fields.isEmpty() || !FIELDS.containsAll(fields)) {
			throw GoogleException.api(400, "Request contains an invalid argument.", null, null, "INVALID_ARGUMENT");
		}
		return fields;
	}

	private GooglePerson person(HttpServletRequest request) {
		GooglePerson person = this.world.person(this.gate.enter(request, GoogleRequest.BUSINESS).person);
		if (person.suspended) {
			throw GoogleException.unauthenticated();
		}
		return person;
	}

	private static Map<String, Object> item(BusinessLocation location) {
		Map<String, Object> item = new LinkedHashMap<>();
		item.put("name", location.name());
		item.put("title", location.title());
		item.put("languageCode", "de");
		item.put("storefrontAddress", Map.of("regionCode", "DE", "languageCode", "de", "locality", location.city(),
				"addressLines", List.of(location.street())));
		Map<String, Object> metadata = new LinkedHashMap<>(Map.of("hasVoiceOfMerchant", true));
		if (location.placeId() != null) {
			metadata.put("placeId", location.placeId());
		}
		if (location.mapsUri() != null) {
			metadata.put("mapsUri", location.mapsUri());
		}
		item.put("metadata", metadata);
		return item;
	}

	private static <T> Map<String, Object> page(String name, List<T> all, int size, @Nullable String token,
			Function<T, Map<String, Object>> item) {
		int from = (token != null && token.matches("p[0-9]{1,6}")) ? Integer.parseInt(token.substring(1)) : 0;
		int to = Math.min(all.size(), from + Math.max(size, 1));
		List<Map<String, Object>> items = new ArrayList<>();
		all.subList(Math.min(from, to), to).forEach((one) -> items.add(item.apply(one)));
		Map<String, Object> answer = new LinkedHashMap<>();
		if (!items.isEmpty()) {
			answer.put(name, items);
		}
		if (to < all.size()) {
			answer.put("nextPageToken", "p" + to);
		}
		return answer;
	}

}
