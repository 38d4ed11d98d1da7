package io.channelkeeper.support;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.core.env.Environment;
import org.springframework.util.StringUtils;

/**
 * What the ground needs: a database, the public address and the keys.
 */
class GroundSettingsCheck implements SettingsCheck {

	@Override
	public List<String> complaints(Environment environment) {
		List<String> complaints = new ArrayList<>();
		if (!StringUtils.hasText(environment.getProperty("spring.datasource.url"))) {
			complaints.add("Set spring.datasource.url to your PostgreSQL database,"
					+ " such as jdbc:postgresql://localhost:5432/channelkeeper.");
		}
		if (!isAddress(environment.getProperty("channelkeeper.base-url"))) {
			complaints.add("Set channelkeeper.base-url to the public address of this installation,"
					+ " such as https://channels.example.com.");
		}
		String keyset = environment.getProperty("channelkeeper.encryption.keyset");
		if (!StringUtils.hasText(keyset)) {
			complaints.add("Set channelkeeper.encryption.keyset to the output of \"keyset create\","
					+ " or to file: and the path of a file that holds it.");
		}
		else if (!Sealer.isKeyset(keyset)) {
			complaints.add("channelkeeper.encryption.keyset holds no readable keyset;"
					+ " make one with \"keyset create\" or point it to the file that holds yours.");
		}
		return complaints;
	}

	private static boolean isAddress(@Nullable String setting) {
		if (!StringUtils.hasText(setting)) {
			return false;
		}
		try {
			URI address = URI.create(setting);
			return List.of("http", "https").contains(String.valueOf(address.getScheme())) && address.getHost() != null;
		}
		catch (IllegalArgumentException ex) {
			return false;
		}
	}

}
