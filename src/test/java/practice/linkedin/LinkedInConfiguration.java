package practice.linkedin;

import practice.Books;
import practice.Faults;
import practice.PracticeClock;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/**
 * Puts practice LinkedIn together.
 */
@Configuration(proxyBeanMethods = false)
@Import({ LoginController.class, ConsentController.class, TokenController.class, ApiController.class, Refusals.class,
		PictureController.class, LinkedInControl.class })
public class LinkedInConfiguration {

	@Bean
	World linkedinWorld() {
		return new World();
	}

	@Bean
	App linkedinApp() {
		return new App();
	}

	@Bean
	Sessions linkedinSessions(World world) {
		return new Sessions(world);
	}

	@Bean
	Tokens linkedinTokens(App app, Books books, PracticeClock clock) {
		return new Tokens(app, books, clock);
	}

	@Bean
	ApiGate linkedinGate(App app, Tokens tokens) {
		return new ApiGate(app, tokens);
	}

	@Bean
	PictureAddresses linkedinPictures(PracticeClock clock) {
		return new PictureAddresses(clock);
	}

	@Bean
	Shapes linkedinShapes(PictureAddresses pictures) {
		return new Shapes(pictures);
	}

	@Bean
	LinkedInFilter linkedinFilter(Faults faults, Books books, PracticeClock clock, JsonMapper json) {
		return new LinkedInFilter(faults, books, clock, json);
	}

	@Bean
	LinkedInLife linkedinLife(World world, App app, Tokens tokens, Sessions sessions) {
		return new LinkedInLife(world, app, tokens, sessions);
	}

	@Bean
	LinkedInView linkedinView(World world, App app) {
		return new LinkedInView(world, app);
	}

	@Bean
	LinkedInMemory linkedinMemory(World world, App app, Tokens tokens) {
		return new LinkedInMemory(world, app, tokens);
	}

	@Bean
	PracticeLinkedIn practiceLinkedIn(LinkedInLife life, LinkedInView view, LinkedInMemory memory, JsonMapper json) {
		return new PracticeLinkedIn(life, view, memory, json);
	}

}
