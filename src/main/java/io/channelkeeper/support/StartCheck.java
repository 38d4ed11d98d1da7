package io.channelkeeper.support;

import java.util.List;

import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.io.support.SpringFactoriesLoader;

/**
 * Asks every {@link SettingsCheck} before the context is made, and stops the start with
 * all complaints at once.
 */
public class StartCheck implements ApplicationListener<ApplicationEnvironmentPreparedEvent> {

	@Override
	public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
		check(event.getEnvironment());
	}

	/**
	 * Checks the settings.
	 * @throws SettingsException if one of them is missing or wrong
	 */
	public static void check(ConfigurableEnvironment environment) {
		List<String> complaints = SpringFactoriesLoader.loadFactories(SettingsCheck.class, null)
			.stream()
			.flatMap((check) -> check.complaints(environment).stream())
			.toList();
		if (!complaints.isEmpty()) {
			throw new SettingsException(complaints);
		}
	}

}
