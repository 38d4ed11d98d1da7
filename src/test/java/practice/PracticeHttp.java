package practice;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;

import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/**
 * Bare HTTP for the tests of the practice networks.
 */
final class PracticeHttp {

	private static final HttpClient CLIENT = HttpClient.newHttpClient();

	private PracticeHttp() {
	}

	static HttpResponse<byte[]> bytes(String address) {
		return send(HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.ofByteArray());
	}

	/** Asks with an access token in the header. */
	static HttpResponse<String> get(String address, String bearer) {
		return send(HttpRequest.newBuilder(URI.create(address)).header("Authorization", "Bearer " + bearer).build(),
				BodyHandlers.ofString());
	}

	static HttpResponse<String> delete(String address) {
		return send(HttpRequest.newBuilder(URI.create(address)).DELETE().build(), BodyHandlers.ofString());
	}

	/** The width that an image declares, without decoding it. */
	static int widthOf(byte[] image) {
		try (ImageInputStream input = ImageIO.createImageInputStream(new ByteArrayInputStream(image))) {
			ImageReader reader = ImageIO.getImageReaders(input).next();
			reader.setInput(input);
			return reader.getWidth(0);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static <T> HttpResponse<T> send(HttpRequest request, BodyHandler<T> handler) {
		try {
			return CLIENT.send(request, handler);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

}
