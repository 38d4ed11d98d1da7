package io.channelkeeper.picture;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.springframework.core.env.Environment;
import org.springframework.util.StringUtils;

import io.channelkeeper.support.SettingsCheck;

/**
 * What a bucket for pictures needs: all of its settings, or none.
 */
class PictureSettingsCheck implements SettingsCheck {

	private static final String PREFIX = "channelkeeper.picture.s3.";

	private static final List<String> NEEDED = List.of("endpoint", "bucket", "access-key", "secret-key");

	private static final List<String> ALL = Stream.concat(NEEDED.stream(), Stream.of("region", "path-style")).toList();

	@Override
	public List<String> complaints(Environment environment) {
		List<String> missing = NEEDED.stream().filter((key) -> setting(environment, key).isEmpty()).toList();
		if (ALL.stream().allMatch((key) -> setting(environment, key).isEmpty())) {
			return List.of();
		}
		List<String> complaints = new ArrayList<>();
		if (!missing.isEmpty()) {
			complaints.add("Set " + PREFIX + String.join(", .", missing)
					+ " too, or remove the rest: pictures lie in a bucket, or in the database.");
		}
		String endpoint = setting(environment, "endpoint");
		if (!endpoint.isEmpty() && !isAddress(endpoint)) {
			complaints.add("Set " + PREFIX + "endpoint to a full address that begins with http:// or https://.");
		}
		String pathStyle = setting(environment, "path-style");
		if (!List.of("", "true", "false").contains(pathStyle)) {
			complaints.add("Set " + PREFIX + "path-style to true or false, or remove it.");
		}
		return complaints;
	}

	private static String setting(Environment environment, String key) {
		String setting = environment.getProperty(PREFIX + key);
		return StringUtils.hasText(setting) ? setting.strip() : "";
	}

	private static boolean isAddress(String address) {
		try {
			URI uri = URI.create(address);
			return List.of("http", "https").contains(String.valueOf(uri.getScheme())) && uri.getHost() != null;
		}
		catch (IllegalArgumentException ex) {
			return false;
		}
	}

}
