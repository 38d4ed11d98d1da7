package practice.google;

import practice.Books;
import practice.Faults;
import practice.PracticeClock;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/**
 * Puts practice Google together.
 */
@Configuration(proxyBeanMethods = false)
@Import({ GoogleConsentController.class, GoogleTokenController.class, YouTubeController.class, BusinessController.class,
		GooglePictureController.class, GoogleErrorAdvice.class, GoogleControl.class, RiscTransmitter.class })
public class GoogleConfiguration {

	@Bean
	GoogleWorld googleWorld() {
		return new GoogleWorld();
	}

	@Bean
	GoogleSessions googleSessions(GoogleWorld world) {
		return new GoogleSessions(world);
	}

	@Bean
	GoogleTokens googleTokens(GoogleWorld world, Books books, PracticeClock clock) {
		return new GoogleTokens(world, books, clock);
	}

	@Bean
	GoogleGate googleGate(GoogleTokens tokens) {
		return new GoogleGate(tokens);
	}

	@Bean
	GoogleFilter googleFilter(Faults faults, Books books, PracticeClock clock, JsonMapper json) {
		return new GoogleFilter(faults, books, clock, json);
	}

	@Bean
	GoogleLife googleLife(GoogleWorld world, GoogleTokens tokens, GoogleSessions sessions, RiscTransmitter risc) {
		return new GoogleLife(world, tokens, sessions, risc);
	}

	@Bean
	GoogleMemory googleMemory(GoogleWorld world, GoogleTokens tokens) {
		return new GoogleMemory(world, tokens);
	}

	@Bean
	GoogleView googleView(GoogleWorld world) {
		return new GoogleView(world);
	}

	@Bean
	PracticeGoogle practiceGoogle(GoogleLife life, GoogleView view, GoogleMemory memory, JsonMapper json) {
		return new PracticeGoogle(life, view, memory, json);
	}

}
