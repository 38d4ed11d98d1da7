package practice.instagram;

import tools.jackson.databind.json.JsonMapper;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

import practice.Books;
import practice.Faults;
import practice.PracticeClock;
import practice.facebook.MetaCallbacks;
import practice.facebook.World;

/**
 * Puts practice Instagram together.
 */
@Configuration(proxyBeanMethods = false)
@Import({ InstagramPages.class, InstagramAnswers.class, InstagramControl.class })
public class InstagramConfiguration {

	@Bean
	Logins instagramLogins(World world) {
		return new Logins(world);
	}

	@Bean
	InstagramSessions instagramSessions(Logins logins) {
		return new InstagramSessions(logins);
	}

	@Bean
	LoginTokens instagramTokens(Books books, PracticeClock clock) {
		return new LoginTokens(books, clock);
	}

	@Bean
	InstagramFilter instagramFilter(Faults faults, Books books, PracticeClock clock, JsonMapper json) {
		return new InstagramFilter(faults, books, clock, json);
	}

	@Bean
	InstagramLife instagramLife(Logins logins, LoginTokens tokens, InstagramSessions sessions,
			MetaCallbacks callbacks) {
		return new InstagramLife(logins, tokens, sessions, callbacks);
	}

	@Bean
	PracticeInstagram practiceInstagram(InstagramLife life, Logins logins, LoginTokens tokens, JsonMapper json) {
		return new PracticeInstagram(life, logins, tokens, json);
	}

}
