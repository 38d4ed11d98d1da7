package practice.linkedin;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Things as LinkedIn's API shows them.
 */
final class Shapes {

	private static final Map<String, String> LOCALE = Map.of("country", "US", "language", "en");

	private final PictureAddresses pictures;

	Shapes(PictureAddresses pictures) {
		this.pictures = pictures;
	}

	Map<String, Object> me(Member member, boolean pictureSpelledOut, String base) {
		Map<String, Object> me = new LinkedHashMap<>();
		me.put("id", member.id);
		me.put("localizedFirstName", member.firstName);
		me.put("localizedLastName", member.lastName);
		me.put("firstName", Map.of("localized", Map.of("en_US", member.firstName), "preferredLocale", LOCALE));
		me.put("lastName", Map.of("localized", Map.of("en_US", member.lastName), "preferredLocale", LOCALE));
		me.put("localizedHeadline", "Practises at practice LinkedIn");
		if (member.vanityName != null) {
			me.put("vanityName", member.vanityName);
		}
		String image = "urn:li:digitalmediaAsset:M" + member.id + "v" + member.picture;
		Map<String, Object> picture = new LinkedHashMap<>();
		picture.put("displayImage", image);
		if (pictureSpelledOut) {
			picture.put("displayImage~", Map.of("paging", Map.of("count", 10, "start", 0, "links", List.of()),
					"elements", List.of(variant(image, member, base, 100), variant(image, member, base, 400))));
		}
		me.put("profilePicture", picture);
		return me;
	}

	Map<String, Object> userInfo(Member member, boolean withEmail, String base) {
		Map<String, Object> info = new LinkedHashMap<>();
		info.put("sub", member.id);
		info.put("name", member.name());
		info.put("given_name", member.firstName);
		info.put("family_name", member.lastName);
		info.put("picture", this.pictures.of(member, base, 100));
		info.put("locale", LOCALE);
		if (withEmail) {
			info.put("email", member.email);
			info.put("email_verified", true);
		}
		return info;
	}

	static Map<String, Object> role(Page page, Member member) {
		Page.Role role = Objects.requireNonNull(page.roles.get(member.id));
		Map<String, Object> line = new LinkedHashMap<>();
		line.put("role", role.role());
		line.put("organization", page.urn());
		line.put("roleAssignee", member.urn());
		line.put("state", role.state());
		return line;
	}

	Map<String, Object> page(Page page) {
		String asset = "urn:li:digitalmediaAsset:" + logo(page);
		Map<String, Object> shape = new LinkedHashMap<>();
		shape.put("id", Long.valueOf(page.id));
		shape.put("vanityName", page.vanityName);
		shape.put("localizedName", page.name);
		shape.put("name", Map.of("localized", Map.of("en_US", page.name), "preferredLocale", LOCALE));
		shape.put("primaryOrganizationType", page.type);
		shape.put("organizationType", "PRIVATELY_HELD");
		shape.put("versionTag", "3081725044");
		shape.put("logoV2", Map.of("original", asset, "cropped", asset, "cropInfo",
				Map.of("x", 0, "y", 0, "width", 320, "height", 320)));
		shape.put("locations", List.of());
		return shape;
	}

	Map<String, Object> image(Page page, String base) {
		Map<String, Object> shape = new LinkedHashMap<>();
		shape.put("id", "urn:li:image:" + logo(page));
		shape.put("owner", page.urn());
		shape.put("status", "AVAILABLE");
		shape.put("downloadUrl", this.pictures.of(page, base));
		shape.put("downloadUrlExpiresAt", this.pictures.endOfNew().toEpochMilli());
		return shape;
	}

	static String logo(Page page) {
		return "P" + page.id + "v" + page.picture;
	}

	private Map<String, Object> variant(String image, Member member, String base, int size) {
		Map<String, Object> variant = new LinkedHashMap<>();
		variant.put("artifact", image + ",urn:li:digitalmediaMediaArtifactClass:profile-displayphoto-shrink_" + size);
		variant.put("authorizationMethod", "PUBLIC");
		variant.put("data", Map.of("com.linkedin.digitalmedia.mediaartifact.StillImage", Map.of("mediaType",
				"image/jpeg", "displaySize", Map.of("width", (double) size, "uom", "PX", "height", (double) size))));
		variant.put("identifiers", List.of(Map.of("identifier", this.pictures.of(member, base, size), "mediaType",
				"image/jpeg", "identifierType", "EXTERNAL_URL")));
		return variant;
	}

}
