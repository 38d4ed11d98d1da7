package io.channelkeeper.support;

import java.util.List;

import org.springframework.core.env.Environment;

/**
 * What a feature needs to be told before the application can start. Listed in
 * {@code META-INF/spring.factories}; asked before the context is made.
 */
public interface SettingsCheck {

	/** One sentence for each setting that is missing or wrong; empty when all is well. */
	List<String> complaints(Environment environment);

}
