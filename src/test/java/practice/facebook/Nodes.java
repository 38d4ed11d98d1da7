package practice.facebook;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import practice.facebook.Fields.Field;

/**
 * How people, pages and Instagram accounts look in an answer: exactly the fields asked
 * for, without those that have no value.
 */
final class Nodes {

	private final World world;

	private final Tokens tokens;

	private final PictureAddresses pictures;

	Nodes(World world, Tokens tokens, PictureAddresses pictures) {
		this.world = world;
		this.tokens = tokens;
		this.pictures = pictures;
	}

	Map<String, Object> person(Person person, List<Field> fields) {
		Map<String, Supplier<@Nullable Object>> known = new LinkedHashMap<>();
		known.put("id", () -> person.id);
		known.put("name", () -> person.name);
		known.put("first_name", () -> person.name.substring(0, person.name.indexOf(' ')));
		known.put("last_name", () -> person.name.substring(person.name.indexOf(' ') + 1));
		return pick("User", fields.isEmpty() ? Fields.parse("name,id") : fields, known);
	}

	Map<String, Object> page(Page page, List<Field> fields, Token token, String base) {
		Map<String, Supplier<@Nullable Object>> known = new LinkedHashMap<>();
		known.put("id", () -> page.id);
		known.put("name", () -> page.name);
		known.put("username", () -> page.username);
		known.put("link", () -> "https://www.facebook.com/" + page.username);
		known.put("category", () -> "Digital creator");
		known.put("followers_count", () -> page.followers);
		known.put("fan_count", () -> page.followers);
		known.put("is_published", () -> page.published);
		known.put("verification_status", () -> "not_verified");
		known.put("has_transitioned_to_new_page_experience", () -> true);
		known.put("tasks", () -> page.roles.get(token.person.id));
		known.put("access_token", () -> token.isOfPage() ? token.value : this.tokens.ofPage(token, page).value);
		known.put("picture", () -> picture(page, base));
		known.put("instagram_business_account", () -> linked(page, true, fields, token, base));
		known.put("connected_instagram_account", () -> linked(page, false, fields, token, base));
		return pick("Page", fields.isEmpty() ? Fields.parse("name,id") : fields, known);
	}

	Map<String, Object> account(InstagramAccount account, List<Field> fields, String base) {
		Map<String, Supplier<@Nullable Object>> known = new LinkedHashMap<>();
		known.put("id", () -> account.id);
		known.put("username", () -> account.username);
		known.put("name", () -> account.name);
		known.put("biography", () -> account.biography);
		known.put("website", () -> account.website);
		known.put("followers_count", () -> account.followers);
		known.put("follows_count", () -> account.follows);
		known.put("media_count", () -> account.media);
		known.put("has_profile_pic", () -> account.picture.mode != PictureMode.NONE);
		known.put("is_published", () -> true);
		known.put("profile_picture_url", () -> this.pictures.of(account, base));
		known.put("business_discovery", () -> discovered(fields, base));
		Map<String, Object> node = pick("IGUser", fields.isEmpty() ? Fields.parse("id") : fields, known);
		node.putIfAbsent("id", account.id);
		return node;
	}

	String pictureOf(Page page, String base) {
		return this.pictures.of(page, base);
	}

	private Map<String, Object> picture(Page page, String base) {
		Map<String, Object> data = new LinkedHashMap<>();
		data.put("url", this.pictures.of(page, base));
		data.put("is_silhouette", page.picture.mode == PictureMode.NONE);
		return Map.of("data", data);
	}

	private @Nullable Object linked(Page page, boolean professional, List<Field> fields, Token token, String base) {
		InstagramAccount account = this.world.findAccount(page.instagram).orElse(null);
		if (account == null || (professional && !account.isProfessional())) {
			return null;
		}
		String name = professional ? "instagram_business_account" : "connected_instagram_account";
		List<Field> wanted = fields.stream()
			.filter((field) -> field.name().equals(name))
			.findFirst()
			.map(Field::children)
			.orElse(List.of());
		if (!wanted.isEmpty() && !token.person.granted.contains("instagram_basic")) {
			throw GraphException.of(10, "(#10) Application does not have permission for this action");
		}
		return account(account, wanted, base);
	}

	/** An unknown handle and a personal account get the same answer. */
	private Object discovered(List<Field> fields, String base) {
		Field wanted = fields.stream()
			.filter((field) -> field.name().equals("business_discovery"))
			.findFirst()
			.orElseThrow();
		InstagramAccount found = this.world.accounts()
			.stream()
			.filter((account) -> account.username.equals(wanted.argument()) && account.isProfessional())
			.findFirst()
			.orElseThrow(() -> GraphException.of(110, 2207013, "Invalid user id"));
		return account(found, wanted.children(), base);
	}

	private static Map<String, Object> pick(String type, List<Field> fields,
			Map<String, Supplier<@Nullable Object>> known) {
		Map<String, Object> node = new LinkedHashMap<>();
		for (Field field : fields) {
			Supplier<@Nullable Object> supplier = known.get(field.name());
			if (supplier == null) {
				throw GraphException.parameter(
						"(#100) Tried accessing nonexisting field (" + field.name() + ") on node type (" + type + ")");
			}
			Object value = supplier.get();
			if (value != null) {
				node.put(field.name(), value);
			}
		}
		return node;
	}

}
