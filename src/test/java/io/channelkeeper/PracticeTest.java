package io.channelkeeper;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.HashMap;
import java.util.Map;

import practice.PracticeNetworks;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.test.context.ContextConfiguration;

/**
 * A test of the whole application beside the practice networks. Mails still go to
 * {@link TestEnvironment#MAIL}.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest
@AutoConfigureMockMvc
@ContextConfiguration(initializers = { TestEnvironment.class, PracticeTest.Networks.class })
public @interface PracticeTest {

	/**
	 * Starts the practice networks once and points the application at them.
	 */
	class Networks implements ApplicationContextInitializer<ConfigurableApplicationContext> {

		/** The networks, shared by all tests; whoever breaks an account mends it. */
		public static final PracticeNetworks PRACTICE = PracticeNetworks.start(0);

		@Override
		public void initialize(ConfigurableApplicationContext context) {
			Map<String, Object> settings = new HashMap<>(PRACTICE.settings());
			settings.keySet().removeIf((key) -> key.startsWith("spring.mail."));
			context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("practice", settings));
		}

	}

}
