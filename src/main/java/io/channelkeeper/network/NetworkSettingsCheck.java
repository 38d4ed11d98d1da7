package io.channelkeeper.network;

import java.util.List;

import org.springframework.core.env.Environment;

import io.channelkeeper.support.SettingsCheck;

/**
 * What sign-in providers need: credentials that are complete, or none.
 */
class NetworkSettingsCheck implements SettingsCheck {

	@Override
	public List<String> complaints(Environment environment) {
		return new RegistrationSettings(environment).complaints();
	}

}
