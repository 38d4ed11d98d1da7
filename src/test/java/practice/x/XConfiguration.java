package practice.x;

import practice.Books;
import practice.Faults;
import practice.PracticeClock;
import practice.Pushes;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/**
 * Puts practice X together.
 */
@Configuration(proxyBeanMethods = false)
@Import({ XLoginController.class, XConsentController.class, XTokenController.class, XApiController.class,
		XProblemAdvice.class, XPictureController.class, XControl.class })
public class XConfiguration {

	@Bean
	XWorld xWorld() {
		return new XWorld();
	}

	@Bean
	XApp xApp() {
		return new XApp();
	}

	@Bean
	XSessions xSessions(XWorld world) {
		return new XSessions(world);
	}

	@Bean
	XTokens xTokens(Books books, PracticeClock clock) {
		return new XTokens(books, clock);
	}

	@Bean
	XFilter xFilter(Faults faults, Books books, PracticeClock clock, JsonMapper json) {
		return new XFilter(faults, books, clock, json);
	}

	@Bean
	XCallbacks xCallbacks(Pushes pushes, PracticeClock clock, JsonMapper json) {
		return new XCallbacks(pushes, clock, json);
	}

	@Bean
	XLife xLife(XWorld world, XTokens tokens, XSessions sessions, XApp app, XApiController api, XCallbacks callbacks) {
		return new XLife(world, tokens, sessions, app, api, callbacks);
	}

	@Bean
	XView xView(XWorld world, XTokens tokens, XApp app) {
		return new XView(world, tokens, app);
	}

	@Bean
	XMemory xMemory(XWorld world, XTokens tokens, XApp app) {
		return new XMemory(world, tokens, app);
	}

	@Bean
	PracticeX practiceX(XLife life, XView view, XMemory memory, JsonMapper json) {
		return new PracticeX(life, view, memory, json);
	}

}
