package tridiff.wengert.method;

/** Symmetric matrices of which each entry on or above the diagonal is computed once, row by row. */
public final class UpperTriangle {

    private UpperTriangle() {}

    /** Which of the computed entries each entry of the whole matrix of n rows is. */
    public static int[] places(int n) {
        int[] places = new int[n * n];
        int next = 0;
        for (int i = 0; i < n; i++) {
            for (int j = i; j < n; j++) {
                places[i * n + j] = next;
                places[j * n + i] = next++;
            }
        }
        return places;
    }
}
