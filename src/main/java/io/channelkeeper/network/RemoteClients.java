package io.channelkeeper.network;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Clock;
import java.util.function.Supplier;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import org.springframework.web.client.support.RestClientAdapter;
import org.springframework.web.service.invoker.HttpServiceProxyFactory;

/**
 * Makes the clients of the networks' APIs. Every answer is bounded in time and size,
 * redirects are not followed, and no status is an exception: what an answer means is
 * decided by its content (N-6).
 */
@Component
@EnableConfigurationProperties(RemoteProperties.class)
public class RemoteClients {

	private final RestClient.Builder builder;

	private final RateLimitBook book;

	private final Clock clock;

	RemoteClients(RemoteProperties properties, RateLimitBook book, Clock clock) {
		this.book = book;
		this.clock = clock;
		HttpClient client = HttpClient.newBuilder()
			.connectTimeout(properties.connectWithin())
			.followRedirects(HttpClient.Redirect.NEVER)
			.version(HttpClient.Version.HTTP_1_1)
			.build();
		JdkClientHttpRequestFactory requests = new JdkClientHttpRequestFactory(client);
		requests.setReadTimeout(properties.answerWithin());
		this.builder = RestClient.builder()
			.requestFactory(requests)
			.requestInterceptor((request, body, execution) -> new BoundedResponse(execution.execute(request, body),
					properties.largestAnswer().toBytes()))
			.defaultStatusHandler(HttpStatusCode::isError, (request, response) -> {
			});
	}

	/**
	 * A client of an API that is declared as an interface whose methods return
	 * {@code ResponseEntity<byte[]>}, to be called within {@link ApiCalls}.
	 */
	public <T> T create(Class<T> api, URI address) {
		RestClient client = this.builder.clone().baseUrl(address).build();
		return HttpServiceProxyFactory.builderFor(RestClientAdapter.create(client)).build().createClient(api);
	}

	/** Asks an API in the one way that all are asked. */
	public ApiCalls calls(ApiName api, AnswerReading reading) {
		return new ApiCalls(api, reading, this.book, this.clock);
	}

	/**
	 * Whatever a network answers.
	 * @throws NetworkFaultException if it does not answer, or not in time, or too much
	 */
	static RemoteAnswer ask(Supplier<ResponseEntity<byte[]>> call) {
		try {
			ResponseEntity<byte[]> entity = call.get();
			return new RemoteAnswer(entity.getStatusCode().value(), entity.getHeaders(), Json.read(entity.getBody()));
		}
		catch (RestClientException ex) {
			throw new NetworkFaultException(new NetworkFault.Unavailable(), ex);
		}
	}

}
