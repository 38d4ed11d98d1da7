package io.channelkeeper.support;

import java.nio.charset.StandardCharsets;
import java.util.Objects;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class MaskTests {

	private static final String SECRET = "k3yK3Yk3yK3Yk3yK3Yk3yK3Yk3yK3Yk3yK3Yk3yK3Yk";

	@ParameterizedTest
	@ValueSource(strings = { "GET https://graph.facebook.com/me?fields=id&access_token=%s&limit=100",
			"https://localhost/oauth/callback/facebook?code=%s", "redirect to /login?next=%%2Fconnect%%2F%s",
			"parameters={state=[%s], code=[%s]}", "{\"access_token\":\"%s\",\"token_type\":\"bearer\"}",
			"{\\\"refresh_token\\\": \\\"%s\\\"}", "Authorization: Bearer %s", "Basic %s", "Securing GET /connect/%s",
			"Securing GET /connect/%s/picture", "/setup/%s", "GET \"/login/link/%s\", parameters={}",
			"/password/%s?x=1", "http://localhost:8080/join/%s.", "fb_exchange_token=%s",
			"appsecret_proof=%s&input_token=%s", "client_secret=%s", "got EAA%s" })
	void hidesSecrets(String text) {
		String masked = Mask.apply(text.replace("%s", SECRET).replace("%%", "%"));

		assertThat(masked).doesNotContain(SECRET).contains("…");
	}

	@ParameterizedTest
	@ValueSource(strings = { "Mail 0199d1a0-0000-7000-8000-000000000001 (INVITATION) sent", "Securing GET /connect/css",
			"/creator/new", "zip code=1234", "postcode=D-123456", "status code: 200", "the state is CONNECTED" })
	void leavesTheRest(String text) {
		assertThat(Mask.apply(text)).isEqualTo(text);
	}

	@Test
	void theApplicationsLogGoesThroughTheMask() throws Exception {
		LoggerContext context = new LoggerContext();
		JoranConfigurator configurator = new JoranConfigurator();
		configurator.setContext(context);
		configurator.doConfigure(Objects.requireNonNull(getClass().getResource("/logback-spring.xml")));
		Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
		ConsoleAppender<ILoggingEvent> console = (ConsoleAppender<ILoggingEvent>) root.getAppender("CONSOLE");

		String line = new String(
				console.getEncoder()
					.encode(new LoggingEvent("here", root, Level.WARN, "Asked {}",
							new IllegalStateException("/join/" + SECRET), new Object[] { "x?access_token=" + SECRET })),
				StandardCharsets.UTF_8);

		assertThat(line).contains("Asked x?access_token=…", "IllegalStateException", "/join/…").doesNotContain(SECRET);
	}

}
