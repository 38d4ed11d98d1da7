package io.channelkeeper.network;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.support.StaticMessageSource;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.SystemEnvironmentPropertySource;

import io.channelkeeper.support.BaseUrl;

/**
 * The networks and providers alone, with the settings of a test.
 */
public final class TestNetworks {

	/** The moment that these tests live in. */
	public static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");

	private TestNetworks() {
	}

	public static AnnotationConfigApplicationContext with(Map<String, Object> settings) {
		return with(new MapPropertySource("test", settings));
	}

	/** The same with settings as the environment holds them. */
	public static AnnotationConfigApplicationContext withEnvironment(Map<String, Object> variables) {
		return with(new SystemEnvironmentPropertySource("test-systemEnvironment", variables));
	}

	private static AnnotationConfigApplicationContext with(PropertySource<?> settings) {
		AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
		context.getEnvironment().getPropertySources().addFirst(settings);
		context.register(Scan.class);
		context.refresh();
		return context;
	}

	/** What the module needs from outside. */
	@TestConfiguration(proxyBeanMethods = false)
	@EnableConfigurationProperties(BaseUrl.class)
	@ComponentScan(basePackages = "io.channelkeeper.network",
			excludeFilters = @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*Tests.*"))
	static class Scan {

		@Bean
		MessageSource messageSource() {
			return new StaticMessageSource();
		}

		@Bean
		RateLimitBook rateLimits() {
			return new OpenBook();
		}

		@Bean
		Clock clock() {
			return Clock.fixed(NOW, ZoneOffset.UTC);
		}

	}

}
