package practice.tiktok;

import practice.Books;
import practice.Faults;
import practice.PracticeClock;
import practice.Pushes;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/**
 * Puts practice TikTok together.
 */
@Configuration(proxyBeanMethods = false)
@Import({ TikTokLoginController.class, TikTokConsentController.class, TikTokTokenController.class,
		TikTokUserController.class, TikTokPictureController.class, TikTokControl.class })
public class TikTokConfiguration {

	@Bean
	TikTokWorld tikTokWorld() {
		return new TikTokWorld();
	}

	@Bean
	TikTokRules tikTokRules() {
		return new TikTokRules();
	}

	@Bean
	TikTokSessions tikTokSessions(TikTokWorld world) {
		return new TikTokSessions(world);
	}

	@Bean
	TikTokTokens tikTokTokens(TikTokRules rules, Books books, PracticeClock clock) {
		return new TikTokTokens(rules, books, clock);
	}

	@Bean
	TikTokPictures tikTokPictures(PracticeClock clock) {
		return new TikTokPictures(clock);
	}

	@Bean
	TikTokFilter tikTokFilter(Faults faults, Books books, PracticeClock clock, JsonMapper json) {
		return new TikTokFilter(faults, books, clock, json);
	}

	@Bean
	TikTokCallbacks tikTokCallbacks(Pushes pushes, PracticeClock clock, JsonMapper json) {
		return new TikTokCallbacks(pushes, clock, json);
	}

	@Bean
	TikTokLife tikTokLife(TikTokWorld world, TikTokTokens tokens, TikTokSessions sessions, TikTokRules rules,
			TikTokCallbacks callbacks) {
		return new TikTokLife(world, tokens, sessions, rules, callbacks);
	}

	@Bean
	PracticeTikTok practiceTikTok(TikTokLife life, TikTokWorld world, TikTokTokens tokens, TikTokRules rules,
			JsonMapper json) {
		return new PracticeTikTok(life, new TikTokView(world, rules), new TikTokMemory(world, tokens, rules), json);
	}

}
