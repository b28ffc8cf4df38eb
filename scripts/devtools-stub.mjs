/** Stands in for react-devtools-core in the bundle: nobody debugs React inside the finished game. */
export default {
  initialize() {},
  connectToDevTools() {},
};
